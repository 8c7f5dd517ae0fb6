package dedup_test

import (
	"fmt"

	"github.com/storydiff/storydiff/compare/dedup"
)

// A filter does what "storydiff dedup" does: it takes articles one by one and decides
// which to keep.
func ExampleFilter() {
	const ferry = "A ferry with 140 passengers ran aground near the breakwater on Monday morning, the harbour authority said. " +
		"Nobody was hurt, and all of them left the ship by noon."
	const tram = "The city council voted on Thursday to build a tram line to the northern suburbs, after a debate of nine hours."
	filter := dedup.NewFilter(dedup.FilterOptions{Window: 30})
	for _, one := range []dedup.Text{
		{Title: "Ferry runs aground", Body: ferry, Language: "en"},
		{Title: "Council backs tram line", Body: tram, Language: "en"},
		{Title: "Nobody hurt on stranded ferry", Body: ferry, Language: "en"},
		{Title: "Ferry runs aground", Body: "UPDATE: 160 passengers were on board. " + ferry, Language: "en"},
	} {
		const day = 19_849 // of publication, counted from any day
		decision, err := filter.Decide(dedup.Prepare(one, day))
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("%s: drop %v, %s", one.Title, decision.Drop, decision.Reason)
		if decision.Of >= 0 {
			fmt.Printf(" (%s, of kept %d, Jaccard %.2f)", decision.Relation, decision.Of, decision.Jaccard)
		}
		fmt.Println()
	}
	// Output:
	// Ferry runs aground: drop false, nothing alike before it
	// Council backs tram line: drop false, nothing alike before it
	// Nobody hurt on stranded ferry: drop true, nothing of its own (republished, of kept 0, Jaccard 1.00)
	// Ferry runs aground: drop false, a paragraph of its own (republished, of kept 0, Jaccard 0.81)
}
