package ingest

import (
	"strings"
	"testing"

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
