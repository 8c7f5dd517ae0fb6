package ledger_test

import (
	"fmt"

	"github.com/storydiff/storydiff/compare/ledger"
)

// Two newsrooms translated one speech; one printed a sentence that the other left out.
func ExampleAlign() {
	courier := []string{
		"We will not sell the harbour, whatever the price.",
		"Nobody asked the fishermen.",
		"The tariff talks begin in May.",
	}
	herald := []string{
		"The talks on tariffs will start in May.",
		"Whatever the price, the harbour will not be sold.",
	}
	for _, m := range ledger.Align(courier, herald, "en") {
		fmt.Printf("%s\n  = %s\n", courier[m.A], herald[m.B])
	}
	// Output:
	// We will not sell the harbour, whatever the price.
	//   = Whatever the price, the harbour will not be sold.
	// The tariff talks begin in May.
	//   = The talks on tariffs will start in May.
}
