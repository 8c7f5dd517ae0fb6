package quote

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

func TestZZ(t *testing.T) {
	data, err := os.ReadFile(os.Getenv("ZZ"))
	if err != nil {
		t.Skip()
	}
	for line := range strings.Lines(string(data)) {
		lang, s, ok := strings.Cut(strings.TrimSpace(line), "|")
		if !ok {
			continue
		}
		s = strings.ReplaceAll(s, " ¶ ", "\n\n")
		fmt.Println(lang, s)
		for _, q := range marksOnly(findIn(s, lang)) {
			fmt.Println("     ", describeAll(s, []Quote{q}), "<<", q.Speaker.AsWritten, ">>", q.Speaker.Entity)
		}
	}
}

func TestZZSpeed(t *testing.T) {
	if os.Getenv("ZZS") == "" {
		t.Skip()
	}
	for _, lang := range []string{"fr"} {
		for _, p := range []string{"– mówi – mówi ", "« Non, a dit le maire, oui », dit-il. ", "La ministra de Vivienda, Rosa Ibáñez, dijo: «Sí». Añadió la ministra: «No». ", "\n– Tak – mówi Kruk. – Nie.\n", ",,,,", "’’", "l'l'l'l'", "a-t-il-", "за словами його ", "«…», — ", "«Да», сказал он. «Нет», сказал министр. ", "der Mann, der sagte, "} {
			for _, n := range []int{1 << 17} {
				s := strings.Repeat(p, n/len(p))
				start := time.Now()
				findIn(s, lang)
				fmt.Printf("%s %q %d %v\n", lang, p, n, time.Since(start).Round(time.Millisecond))
			}
		}
	}
}
