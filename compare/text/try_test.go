package text

import (
	"fmt"
	"testing"
)

func TestTry(t *testing.T) {
	for _, s := range []string{
		"At least 12 Russian soldiers were killed and 14 injured on Thursday, September 15, 2022, officials said.",
		"Bilateral trade exceeded $140 billion last year, up 35 percent, and could reach £3.5bn or €2m by 2024.",
		"He was a 23-year-old student who walked more than two dozen miles, about 3,000 square miles (7,770 sq km) burned.",
		"A hundred and twenty-three people, half a million voters, two hundred thousand homes, one of them, one soldier.",
		"Between 10 and 12 people; 10-12 people; won 3-2; 5:30 p.m. and 10.30am; call 202 555 0199 or 555-0123.",
		"In 2019, 2000 people died. The 2016 election. Since 1999. Apollo 11. Article 5 says. No. 10. G20 and COVID-19.",
		"He may go in May or March on 5 March 2021, Sept. 15, 15th of September 2022, 2022-09-15, 15/09/2022, 03/04/2021, September 14-15, 2022.",
		"Temperatures hit 40°C (104 °F), 5,000-word document, 12-day tour, 1.5 million tonnes of grain, 60 per cent of the voters.",
		"Dozens of people, thousands fled. The 1990s, the 21st century, 1/2, 3 1/2, $5 to $7 a barrel, 5 to 7 million barrels.",
		"Fri., Dec. 30, 2022. August Wilson wrote. In August, 30 people. April Jones, 5, said. On 24 February 2022 Russia invaded.",
		"The euro fell 0.5 percent to $1.0823. US$3m, A$40 million, 1,200 troops, 5 km, 3m people, 100m.",
	} {
		fmt.Println(s)
		for _, d := range Dates(s, "en") {
			fmt.Printf("   D %q %s %s\n", d.Of(s), d.ISO(), d.Weekday)
		}
		for _, n := range Numbers(s, "en") {
			fmt.Printf("   N %q %v unit=%q of=%q about=%v %d step %v\n", n.Span.Of(s), n.Value, n.Unit, n.Of, n.About, n.Bound, n.Step)
		}
	}
}
