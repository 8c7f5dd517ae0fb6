package text

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// show writes a number as "words = value unit of noun", rough ones with ~, > or <.
func show(s string, n Number) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s = ", n.Span.Of(s))
	if n.About {
		b.WriteString(map[Bound]string{NoBound: "~", AtLeast: ">", AtMost: "<"}[n.Bound])
	}
	fmt.Fprintf(&b, "%v", n.Value)
	if n.Unit != "" {
		b.WriteString(" " + n.Unit)
	}
	if n.Of != "" {
		b.WriteString(" of " + n.Of)
	}
	return b.String()
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct{ lang, in, want string }{
		{"en", "At least 12 rebel soldiers died and 14 were hurt.", "12 = >12 of soldier; 14 = 14"},
		{"en", "nearly 3.5 million voters", "3.5 million = <3.5e+06 of voter"},
		{"en", "two dozen boats, a hundred men, twenty-three cows", "two dozen = 24 of boat; a hundred = 100 of men; twenty-three = 23 of cow"},
		{"en", "a hundred and one nights, two hundred and fifty thousand homes", "a hundred and one = 101 of night; two hundred and fifty thousand = 250000 of home"},
		{"en", "half a million people", "half a million = 500000 of peopl"},
		{"en", "£3bn, US$140 billion, €1,200, A$5", "£3bn = 3e+09 £; US$140 billion = 1.4e+11 $; €1,200 = 1200 €; A$5 = 5 A$"},
		{"en", "5€ 7 boats, 5 $7", "5€ = 5 €; 7 = 7 of boat; 5 = 5; $7 = 7 $"},
		{"en", "60 percent of the voters and 50% more", "60 percent = 60 % of voter; 50% = 50 %"},
		{"en", "3,000 square miles (7,770 sq km), 5 km² or 40°F", "3,000 square miles = 3000 square mile; 7,770 sq km = 7770 square km; 5 km² = 5 square km; 40°F = 40 °F"},
		{"en", "a 23-year-old and a 5,000-word letter", "23-year-old = 23 year of old; 5,000-word = 5000 of word"},
		{"en", "10 to 12 miles, 5-7 million barrels", "10 = 10 mile; 12 miles = 12 mile; 5 = 5e+06 barrel; 7 million barrels = 7e+06 barrel"},
		{"en", "about 1.5 million tonnes of grain", "1.5 million tonnes = ~1.5e+06 tonne of grain"},
		{"en", "one soldier, but one of them and no one else", "one = 1 of soldier"},
		{"en", "$5.3 bln, a 4½-hour debate, three crucial coastal towns, 14 injured, 9 injured men", "$5.3 bln = 5.3e+09 $; three = 3 of town; 14 = 14 of injur; 9 = 9 of men"},
		{"en", "Anne Hollis, 49, said three in ten left", "49 = 49 year of old"},
		{"en", "a six-percentage-point lead, one’s vote", "six-percentage-point = 6 %"},
		{"en", "It cost 5 euros. Voters left.", "5 euros = 5 €"},
		{"en", "July 8 to 12, id 1454432400, part 3", ""},
		{"de", "ein Flugzeug, eine Million Euro, die 53-Jährige", "eine Million Euro = 1e+06 €; 53-Jährige = 53 year"},
		{"en", "in 2016, since 1999, on May 5 and Oct. 4, 2016", ""},
		{"en", "at 10:30, 5 p.m. and 10.30am", ""},
		{"en", "the 1990s, the 21st century and the second half", ""},
		{"en", "won 3-2, 1/2 of it, call 202 555 0199, room 12, Article 5, COVID-19, G20", ""},
		{"en", "dozens of boats, thousands fled", ""},
		{"en", "In Kabul 12 people fled", "12 = 12 of peopl"},
		{"en", "007 and 1.2.3 and 12345678901234567890", ""},
		{"en", "fell to -5 degrees", "-5 degrees = -5 °"},
		{"de", "rund 1.200,5 Tonnen Getreide und 3,5 Milliarden Euro", "1.200,5 Tonnen = ~1200.5 tonne of getreid; 3,5 Milliarden Euro = 3.5e+09 €"},
		{"de", "zweiundzwanzig Menschen im 19. Jahrhundert um 10.30 Uhr", "zweiundzwanzig = 22 of mensch"},
		{"fr", "plus de 1 200 soldats, quatre-vingt-dix ans, 3,5 millions d’euros", "1 200 = >1200 of soldat; quatre-vingt-dix ans = 90 year; 3,5 millions d’euros = 3.5e+06 €"},
		{"es", "treinta y dos personas y 3,5 millones de euros", "treinta y dos = 32 of person; 3,5 millones de euros = 3.5e+06 €"},
		{"it", "ventitré persone, il 20 per cento degli elettori", "ventitré = 23 of person; 20 per cento = 20 % of elettor"},
		{"pt", "vinte e duas pessoas, cerca de R$ 5 bilhões", "vinte e duas = 22 of pesso; R$ 5 bilhões = ~5e+09 R$"},
		{"nl", "tweeëntwintig mensen, 20 procent van de kiezers", "tweeëntwintig = 22 of mens; 20 procent = 20 % of kiezer"},
		{"pl", "dwadzieścia dwie osoby, ponad 3,5 mln zł", "dwadzieścia dwie = 22 of osoby; 3,5 mln zł = >3.5e+06 zł"},
		{"ru", "не менее 14 российских солдат, 20% избирателей", "14 = >14 of солдат; 20% = 20 % of избирател"},
		{"uk", "двадцять дві людини, близько 3,5 млрд грн", "двадцять дві = 22 of людини; 3,5 млрд грн = ~3.5e+09 ₴"},
	} {
		var got []string
		for _, n := range Numbers(c.in, c.lang) {
			got = append(got, show(c.in, n))
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%s %q\n got %s\nwant %s", c.lang, c.in, g, c.want)
		}
	}
}

// The same amount in figures and in words has one value.
func TestSpelledNumbersHaveTheValueOfTheirFigures(t *testing.T) {
	ones := strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	tens := strings.Fields("_ _ twenty thirty forty fifty sixty seventy eighty ninety")
	var spell func(n int) string
	spell = func(n int) string {
		switch {
		case n < 20:
			return ones[n]
		case n < 100 && n%10 == 0:
			return tens[n/10]
		case n < 100:
			return tens[n/10] + "-" + ones[n%10]
		case n < 1000 && n%100 == 0:
			return ones[n/100] + " hundred"
		case n < 1000:
			return ones[n/100] + " hundred and " + spell(n%100)
		case n%1000 == 0:
			return spell(n/1000) + " thousand"
		}
		return spell(n/1000) + " thousand " + spell(n%1000)
	}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 999_999).Draw(t, "n")
		s := spell(n) + " boats"
		got := Numbers(s, "en")
		if len(got) != 1 || got[0].Value != float64(n) || got[0].Of != "boat" {
			t.Fatalf("%q: %+v", s, got)
		}
	})
}

func TestAgrees(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"12 dead", "twelve dead", true},
		{"12 dead", "14 dead", false},
		{"20 dead", "18 dead", false},
		{"about 20 dead", "19 dead", true},
		{"more than 100 homes", "112 homes", true},
		{"more than 100 homes", "96 homes", false},
		{"nearly 100 homes", "96 homes", true},
		{"nearly 100 homes", "104 homes", false},
		{"3,000 square miles", "7,770 sq km", true},
		{"3,000 square miles", "9,000 sq km", false},
		{"100 miles", "160 km", true},
		{"100 miles", "100 km", false},
		{"6 feet", "1.83 metres", true},
		{"200 pounds", "90 kg", true},
		{"104°F", "40°C", true},
		{"104°F", "35°C", false},
		{"£200", "200 pounds", true},
		{"3.5 million people", "3,480,000 people", true},
		{"3.5 million people", "4 million people", false},
		{"1,200 troops", "1,204 troops", true},
		{"1,204 troops", "1,214 troops", false},
		{"$140 billion", "€140 billion", false},
		{"51.6 percent", "52%", true},
		{"50 percent", "52%", false},
		{"5 days", "5 people", false},
	} {
		a, b := Numbers(c.a, "en"), Numbers(c.b, "en")
		if len(a) != 1 || len(b) != 1 {
			t.Errorf("%q, %q: %v, %v", c.a, c.b, a, b)
			continue
		}
		if a[0].Agrees(b[0]) != c.want || b[0].Agrees(a[0]) != c.want {
			t.Errorf("%q and %q: agrees %v and back %v", c.a, c.b, a[0].Agrees(b[0]), b[0].Agrees(a[0]))
		}
	}
}

func TestAgreesIsSymmetric(t *testing.T) {
	units := []string{"", "%", "$", "km", "mile", "pound", "£", "°C", "°F", "square mile"}
	draw := func(t *rapid.T, name string) Number {
		return Number{
			Value: rapid.Float64Range(-1e9, 1e9).Draw(t, name),
			Unit:  rapid.SampledFrom(units).Draw(t, name+" unit"),
			About: rapid.Bool().Draw(t, name+" about"),
			Bound: Bound(rapid.IntRange(-1, 1).Draw(t, name+" bound")),
			Step:  rapid.SampledFrom([]float64{0.01, 1, 1e6}).Draw(t, name+" step"),
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := draw(t, "a"), draw(t, "b")
		if a.Agrees(b) != b.Agrees(a) || !a.Agrees(a) {
			t.Fatalf("%+v and %+v", a, b)
		}
	})
}
