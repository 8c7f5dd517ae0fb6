package ingest

import (
	"bytes"
	"strings"
	"sync"
	"unicode/utf8"
)

// Read fills the record. It may be called from any goroutine; its error is an *Error.
//
// Most records are objects whose text is one string. It makes of them what readRecord
// would, and leaves to that what is not as usual.
func (r *Record) Read() error {
	if r.readWhole {
		return nil
	}
	if len(r.options.Fields) > 0 || !utf8.Valid(r.Raw) {
		return r.readSlowly()
	}
	var f [8][]byte
	err := quickFields(r.Raw, &f)
	if err != nil {
		return r.in.faultAt(err, r.at)
	}
	if f[0] == nil {
		return r.readSlowly() // the text is nested, or there is none
	}
	body := quickText(f[0])
	if strings.TrimSpace(body) == "" {
		return r.in.faultAt(noText(r.Raw), r.at)
	}
	r.Body, r.Title = tidy(body), oneLine(tidy(oneLine(quickText(f[1]))))
	if r.Title == "" {
		r.Title, r.Body = splitHeadline(r.Body)
	}
	r.date, r.source, r.ID, r.Language = f[2], f[3], oneLine(quickText(f[6])), languageCode(quickText(f[7]))
	r.SHA256 = digest(r.Raw)
	return nil
}

// readSlowly fills the record from the article it makes.
func (r *Record) readSlowly() error {
	a, err := readRecord(r.in, r.Raw, r.at, r.options)
	if err != nil {
		return r.in.faultAt(err, r.at)
	}
	r.whole, r.readWhole = a, true
	r.ID, r.Title, r.Body, r.SHA256 = a.Label, a.Title, a.Raw, a.SHA256
	return nil
}

// A fieldPlace says which part of an article a key holds, and how good a name for it is.
type fieldPlace struct{ part, rank int }

var fieldPlaces = sync.OnceValue(func() map[string]fieldPlace {
	places := map[string]fieldPlace{}
	for part, name := range fieldOrder {
		for rank, key := range fieldNames[name] {
			places[key] = fieldPlace{part, rank}
		}
	}
	return places
})

// quickFields is readFields for the usual names: raw values in the order of fieldOrder.
func quickFields(data []byte, found *[8][]byte) error {
	places := fieldPlaces()
	var ranks [8]int
	return rawMembers(bytes.TrimPrefix(data, bom), func(key, value []byte) bool {
		at, known := places[string(key[1:len(key)-1])] // makes no string of its own
		if !known && bytes.IndexByte(key, '\\') >= 0 {
			at, known = places[unquote(key)]
		}
		if known && (found[at.part] == nil || at.rank < ranks[at.part]) && !emptyValue(value) {
			found[at.part], ranks[at.part] = value, at.rank
		}
		return true
	})
}

// quickText is fields.text of a raw value, which mostly is one string.
func quickText(raw []byte) string {
	if len(raw) == 0 || raw[0] != '"' {
		return strings.Join(stringsIn(raw, 0), "\n\n")
	}
	s := unquote(raw)
	if strings.TrimSpace(s) == "" {
		return ""
	}
	return s
}
