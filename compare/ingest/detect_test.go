package ingest

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

func TestEncodings(t *testing.T) {
	const (
		russian      = "Паром закроют\n\nСовет порта решил во вторник закрыть старый паромный терминал."
		japaneseText = "フェリー乗り場が閉鎖へ\n\n港湾委員会は火曜日、古いフェリー乗り場を閉鎖することを決めた。"
		koreanText   = "여객선 터미널 폐쇄\n\n항만 위원회는 화요일에 낡은 여객선 터미널을 폐쇄하기로 했다."
		chinese      = "渡轮码头将关闭\n\n港务委员会星期二投票决定关闭旧渡轮码头，结束了数周的争论。"
		french       = "Le débarcadère fermé\n\nLe conseil du port a décidé mardi de fermer l’ancien débarcadère."
	)
	for _, test := range []struct {
		name string
		enc  encoding.Encoding
		text string
	}{
		{"windows-1251", charmap.Windows1251, russian},
		{"KOI8-R", charmap.KOI8R, russian},
		{"Shift_JIS", japanese.ShiftJIS, japaneseText},
		{"EUC-JP", japanese.EUCJP, japaneseText},
		{"EUC-KR", korean.EUCKR, koreanText},
		{"GB18030", simplifiedchinese.GB18030, chinese},
		{"windows-1252", charmap.Windows1252, french},
		{"UTF-16", unicode.UTF16(unicode.BigEndian, unicode.UseBOM), russian},
		{"UTF-8", encoding.Nop, russian},
	} {
		data, err := test.enc.NewEncoder().Bytes([]byte(test.text))
		if err != nil {
			t.Fatal(err)
		}
		got, note := decode(data)
		if got != test.text {
			t.Errorf("%s: %q, note %q", test.name, got, note)
		}
		if named := strings.Contains(note, test.name); named == strings.HasPrefix(test.name, "UTF") {
			t.Errorf("%s: note is %q", test.name, note)
		}
	}
}

// FuzzEncodings holds that whatever the bytes are, text comes of them that is UTF-8,
// the same each time, and untouched when it was UTF-8 already.
func FuzzEncodings(f *testing.F) {
	for _, s := range []string{"Le débarcadère fermé", "Паром закроют", "フェリー乗り場が閉鎖へ", "여객선 터미널 폐쇄", "渡轮码头将关闭"} {
		for _, enc := range []encoding.Encoding{
			encoding.Nop, charmap.Windows1252, charmap.KOI8R, japanese.ShiftJIS, japanese.EUCJP, korean.EUCKR, simplifiedchinese.GB18030,
			unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
		} {
			data, _ := encoding.ReplaceUnsupported(enc.NewEncoder()).Bytes([]byte(s))
			f.Add(data)
			f.Add(append([]byte(`<meta charset="shift_jis"><p>`), data...))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for name, read := range map[string]func([]byte) (string, string){"text": decode, "page": decodePage} {
			s, note := read(data)
			if !utf8.ValidString(s) {
				t.Fatalf("%s: not UTF-8: %q", name, s)
			}
			if again, noteAgain := read(data); again != s || noteAgain != note {
				t.Fatalf("%s: %q, then %q", name, s, again)
			}
			if utf16Of(data) == nil && utf8.Valid(data) && s != strings.TrimPrefix(string(data), "\ufeff") {
				t.Fatalf("%s: %q made of %q", name, s, data)
			}
		}
	})
}
