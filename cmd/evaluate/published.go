package main

// published holds simple baselines measured on these very files, for figures that no
// baseline is computed for here. Other files of the same kinds have none.
var published = map[string]map[string]float64{
	"seeds": {"pairs_right": 4}, // TF-IDF's tuned threshold calls seven of the ten pairs one event
	"align/retranslated": {
		"whole_f1": .926, "cut_f1": .673, // Levenshtein
		"open_f1": .955, // mean of char-3 and IDF-stem Dice, fitted threshold
	},
	"framing/babe-dev":   {"loaded_precision": .557, "loaded_recall": .140}, // a list of 207 words
	"framing/babe-train": {"loaded_precision": .557, "loaded_recall": .140},
	"duplicates/reuters": { // MinHash-LSH 9×13; speed and memory of datasketch
		"recall_j80": .961, "recall_j80_changed": .887, "recall_c80_below_j80": .079,
		"articles_per_cpu_second": 700, "bytes_per_article_peak": 6000,
	},
}
