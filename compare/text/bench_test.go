package text

import (
	"strings"
	"testing"
)

// sample is a page of news as these scanners meet it.
const sample = `Ministers from nine countries met in Lisbon on Tuesday, Oct. 4, 2016, to revive talks that Gov. Anne B. Hollis had called “dead on arrival.” At least 14 people were hurt in protests outside.

“Did anyone believe them?” she asked. “We told the U.S. delegation in March that we’d leave at 3 p.m. if nothing changed. … Nothing did.” The bill, worth $3.5 billion, would cover about 1,200 square miles (3,100 sq km) of forest.

Mr. Ortega’s spokesman, Lt. Gen. J. D. Marsh, said the 23-year-old treaty “isn’t worth the paper.” Nearly two dozen nations, 60 percent of the members, signed it in 1993; no one has left since.
`

var page = strings.Repeat(sample, 64)

func BenchmarkWords(b *testing.B)      { benchmark(b, func() { Words(page) }) }
func BenchmarkSentences(b *testing.B)  { benchmark(b, func() { Sentences(page, "en") }) }
func BenchmarkParagraphs(b *testing.B) { benchmark(b, func() { Paragraphs(page) }) }
func BenchmarkFold(b *testing.B)       { benchmark(b, func() { Fold(page) }) }
func BenchmarkNumbers(b *testing.B)    { benchmark(b, func() { Numbers(page, "en") }) }
func BenchmarkDates(b *testing.B)      { benchmark(b, func() { Dates(page, "en") }) }
func BenchmarkOffsets(b *testing.B)    { benchmark(b, func() { NewOffsets(page) }) }

func benchmark(b *testing.B, f func()) {
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		f()
	}
}

func BenchmarkLanguage(b *testing.B) {
	for b.Loop() {
		Language(page)
	}
}

func BenchmarkLanguageGerman(b *testing.B) {
	german := strings.Repeat("Die Minister aus neun Ländern trafen sich am Dienstag in Lissabon. ", 30)
	for b.Loop() {
		Language(german)
	}
}

func BenchmarkStem(b *testing.B) {
	words := strings.Fields("ministers countries called believe delegation protests paper members signed revived")
	for b.Loop() {
		for _, w := range words {
			Stem(w, "en")
		}
	}
}

func BenchmarkRarity(b *testing.B) {
	for b.Loop() {
		Rarity("treati", "en")
	}
}

func BenchmarkLoadFrequencies(b *testing.B) {
	for b.Loop() {
		loadFrequencies("en")
	}
}

func BenchmarkLoadLanguage(b *testing.B) {
	for b.Loop() {
		loadLanguage("en.txt")
	}
}
