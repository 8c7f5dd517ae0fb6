package ingest

import (
	"unicode"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// An asianEncoding is known by decoding without a fault into the script it was made for.
type asianEncoding struct {
	name  string
	enc   encoding.Encoding
	own   func(r rune) bool // the script that shows the text to be of its country
	share float64           // of the letters beyond ASCII
}

// asianEncodings are tried in this order. Kana tell Japanese, since any two high bytes
// are a Chinese character to GB 18030, which comes last.
func asianEncodings() []asianEncoding {
	kana := func(r rune) bool { return 0x3041 <= r && r <= 0x30ff }
	hangul := func(r rune) bool { return unicode.Is(unicode.Hangul, r) }
	common := func(r rune) bool { return unicode.Is(unicode.Han, r) }
	return []asianEncoding{
		{"Shift_JIS", japanese.ShiftJIS, kana, .25},
		{"EUC-JP", japanese.EUCJP, kana, .25},
		{"EUC-KR", korean.EUCKR, hangul, .7},
		{"GB18030", simplifiedchinese.GB18030, common, .7},
	}
}

// sampled is how many bytes of a text decide its encoding.
const sampled = 1 << 16

// detect returns the likeliest encoding of text that is not UTF-8, and its name.
func detect(data []byte) (encoding.Encoding, string) {
	head := data[:min(len(data), sampled)]
	letters, high := 0, 0
	for _, c := range head {
		switch {
		case c >= 0xc0:
			high++
			letters++
		case 'a' <= c|0x20 && c|0x20 <= 'z':
			letters++
		}
	}
	for _, a := range asianEncodings() {
		if high*4 > letters && a.fits(head) {
			return a.enc, a.name
		}
	}
	if high*5 > letters*2 {
		return cyrillic(head)
	}
	return charmap.Windows1252, "windows-1252"
}

// fits reports whether the text decodes into the script of the encoding. The sample
// may end inside a character.
func (a asianEncoding) fits(head []byte) bool {
	out, err := a.enc.NewDecoder().Bytes(head)
	if err != nil {
		return false
	}
	all, own, faults := 0, 0, 0
	for _, r := range string(out) {
		switch {
		case r == unicode.ReplacementChar:
			faults++
		case r > unicode.MaxLatin1 && unicode.IsLetter(r):
			all++
			if a.own(r) {
				own++
			}
		}
	}
	return faults <= 1 && all > 0 && float64(own) >= a.share*float64(all)
}

// cyrillic tells the two Cyrillic encodings by where most letters lie: small letters
// stand above the capitals in windows-1251, below them in KOI8-R.
func cyrillic(head []byte) (encoding.Encoding, string) {
	low, top := 0, 0
	for _, c := range head {
		switch {
		case c >= 0xe0:
			top++
		case c >= 0xc0:
			low++
		}
	}
	if low > top {
		return charmap.KOI8R, "KOI8-R"
	}
	return charmap.Windows1251, "windows-1251"
}
