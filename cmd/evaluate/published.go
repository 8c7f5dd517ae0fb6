package main

// published holds the simple baselines known for these very files, or for sets of
// their kind. For other files only what is computed here is shown.
var published = map[string]map[string]float64{
	"seeds":                {"pairs_right": 4},                                            // TF-IDF's tuned threshold calls seven of the ten pairs one event
	"events/g5w1h":         {"pair_ap": .967, "pair_f1_shipped": .897, "bcubed_f1": .966}, // TF-IDF, threshold fitted to the file
	"events/allsides-dev":  {"pair_ap": .673, "pair_f1_shipped": .644},                    // the same
	"events/semeval-en":    {"pearson": .727},                                             // TF-IDF
	"events/headlines-dev": {"pair_ap": .611, "pair_f1": .571},                            // Jaccard, threshold fitted to the file
	"align/retranslated": {
		"whole_f1": .926, "cut_f1": .673, // Levenshtein
		"open_f1": .955, // mean of char-3 and IDF-stem Dice, fitted threshold
	},
	"framing/babe-dev": {"loaded_precision": .557, "loaded_recall": .140}, // a list of 207 words
	"duplicates/reuters": { // MinHash-LSH 9×13; speed and memory of datasketch
		"recall_j80": .961, "recall_j80_changed": .887, "recall_c80_below_j80": .079,
		"articles_per_cpu_second": 700, "bytes_per_article_peak": 6000,
	},
}
