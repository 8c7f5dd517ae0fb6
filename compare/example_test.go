package compare_test

import (
	"context"
	"fmt"
	"log"

	"github.com/storydiff/storydiff/compare"
	"github.com/storydiff/storydiff/compare/article"
)

func ExampleArticles() {
	articles := []*article.Article{
		article.New(article.Source{
			Label: "Courier", Title: "Fire guts historic mill in Averno",
			Body: `A fire destroyed the 140-year-old Brandt paper mill in Averno on Monday night, leaving three firefighters injured.

“We will rebuild the mill before the spring, whatever it costs,” said Ines Marchetti, the mayor of Averno.`,
		}),
		article.New(article.Source{
			Label: "Gazette", Title: "Mayor vows to rebuild Averno mill after blaze",
			Body: `Three firefighters were hurt when the Brandt paper mill in Averno burned to the ground on Monday night.

Mayor Ines Marchetti vowed: “We will rebuild the mill before the spring.”`,
		}),
	}
	report, err := compare.Articles(context.Background(), articles, compare.Options{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(report.Pairs[0].Verdict)
	for _, u := range report.Utterances {
		for _, v := range u.Variants {
			fmt.Printf("%s, %s: %s\n", u.Speaker, v.Relation, v.Text)
		}
	}
	// Output:
	// same-event
	// Ines Marchetti, verbatim: We will rebuild the mill before the spring, whatever it costs,
	// Ines Marchetti, cut: We will rebuild the mill before the spring.
}
