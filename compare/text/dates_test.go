package text

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestDates(t *testing.T) {
	for _, c := range []struct{ lang, in, want string }{
		{"en", "on Thursday, Sept. 15, 2016, in Lisbon", "Thursday, Sept. 15, 2016 = 2016-09-15 thursday"},
		{"en", "15 September 2016, September 15, 15th of September", "15 September 2016 = 2016-09-15; September 15 = --09-15; 15th of September = --09-15"},
		{"en", "2016-09-15, 2016-09-15T10:30 and 15/09/2016", "2016-09-15 = 2016-09-15; 2016-09-15 = 2016-09-15; 15/09/2016 = 2016-09-15"},
		{"en", "03/04/2016", "03/04/2016 = 2016"},
		{"en", "September 14-15, 2016", "September 14 = 2016-09-14; 15, 2016 = 2016-09-15"},
		{"en", "July 8 to 12, 10 – 12 May 2016", "July 8 = --07-08; 12 = --07-12; 10 = 2016-05-10; 12 May 2016 = 2016-05-12"},
		{"en", "in October 2016, in May, since 2011, the 2016 vote", "October 2016 = 2016-10; May = --05; 2011 = 2011; 2016 = 2016"},
		{"en", "They may march. May she? April Jones and August Wilson sat.", ""},
		{"en", "May 5 and 5 March", "May 5 = --05-05; 5 March = --03-05"},
		{"en", "2000 people, $2016, 2016 km, 2016%", ""},
		{"en", "He came Friday. The sun sat, we wed. Sat. night.", "Friday = friday"},
		{"en", "last week, tomorrow, the 1990s", ""},
		{"en", "Fri., Dec. 30, 2016", "Fri., Dec. 30, 2016 = 2016-12-30 friday"},
		{"en", "2016-13-45, 32 May, 15.13.2016", ""},
		{"de", "am Donnerstag, dem 15. September 2016, und am 15.09.2016", "Donnerstag, dem 15. September 2016 = 2016-09-15 thursday; 15.09.2016 = 2016-09-15"},
		{"fr", "jeudi 15 septembre 2016, le 1er mai", "jeudi 15 septembre 2016 = 2016-09-15 thursday; 1er mai = --05-01"},
		{"es", "el jueves 15 de septiembre de 2016", "jueves 15 de septiembre de 2016 = 2016-09-15 thursday"},
		{"it", "giovedì 15 settembre 2016", "giovedì 15 settembre 2016 = 2016-09-15 thursday"},
		{"pt", "na quinta-feira, 15 de setembro de 2016", "quinta-feira, 15 de setembro de 2016 = 2016-09-15 thursday"},
		{"nl", "donderdag 15 september 2016", "donderdag 15 september 2016 = 2016-09-15 thursday"},
		{"pl", "w czwartek 15 września 2016 r.", "czwartek 15 września 2016 = 2016-09-15 thursday"},
		{"ru", "в четверг, 15 сентября 2016 года", "четверг, 15 сентября 2016 = 2016-09-15 thursday"},
		{"uk", "у четвер, 15 вересня 2016 року", "четвер, 15 вересня 2016 = 2016-09-15 thursday"},
	} {
		var got []string
		for _, d := range Dates(c.in, c.lang) {
			got = append(got, strings.TrimSpace(d.Of(c.in)+" = "+strings.TrimSpace(d.ISO()+" "+d.Weekday)))
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%s %q\n got %s\nwant %s", c.lang, c.in, g, c.want)
		}
	}
}

// However a day is written, it is read as the same day.
func TestDatesReadWhatTimeWrites(t *testing.T) {
	layouts := []string{"2 January 2006", "January 2, 2006", "Jan. 2, 2006", "2006-01-02", "Monday, January 2, 2006", "Monday 2 January 2006"}
	rapid.Check(t, func(t *rapid.T) {
		day := time.Date(1900, 1, 1+rapid.IntRange(0, 70_000).Draw(t, "day"), 0, 0, 0, 0, time.UTC)
		s := "It began on " + day.Format(rapid.SampledFrom(layouts).Draw(t, "layout")) + " in Lisbon."
		s = strings.Replace(s, "May.", "May", 1) // nobody abbreviates it
		got := Dates(s, "en")
		if len(got) != 1 || got[0].ISO() != day.Format("2006-01-02") {
			t.Fatalf("%q: %+v", s, got)
		}
	})
}
