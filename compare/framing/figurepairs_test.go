package framing

import "testing"

// What two sentences count may differ, agree, or be no matter of one thing.
func TestFiguresThatDoNotDiffer(t *testing.T) {
	for _, c := range []struct {
		a, b    string
		differs bool
	}{
		{"Nearly 1,400 people were detained in Varn, a monitor said Sunday.", "Police in Varn detained more than 750 people on Saturday.", true},
		{"The plan puts up to $60 billion in tariffs on imports.", "The plan puts $50 billion in tariffs on imports.", true},
		{"The war displaced 2.6 million people.", "The war led to the displacement of 2.3 million others.", true},
		{"The alliance’s other 28 members met in Oslin.", "The 29 members of the alliance met in Oslin.", false},
		{"The shootings killed 31 people in Varn and Oslin.", "The shooting killed 20 people in Varn.", false},
		{"The fund sold at least $180,000 in stock.", "The fund sold as much as $400,000 in stock.", false},
		{"The clinic treats $3 million to $6 million worth of debt a year.", "The clinic treats $9 million worth of debt a year.", false},
		{"At least 12 people drowned after a ferry capsized in the strait.", "The ferry sank before dawn, killing at least 15 people.", true},
		{"At least 12 dead after a ferry capsizes", "Ferry sinks: 15 killed", true},
		{"More than 1,000 people were killed in the quake.", "The quake killed 1,100 people.", false},
		{"The ferry killed 12 people before the storm.", "The ferry killed 15 people after the storm.", false},
		{"Around 4,000 services are likely to be cancelled.", "About 3,000 trains are expected to be axed.", true},
		{"Around 4,000 services are likely to be cancelled.", "About 3,000 flights are expected to be axed.", false},
	} {
		differs := false
		for _, p := range compareFigures(c.a, c.b, "en") {
			differs = differs || !p.agree
		}
		if differs != c.differs {
			t.Errorf("%q / %q: differs %v, want %v", c.a, c.b, differs, c.differs)
		}
	}
}
