package ingest

import "bytes"

// News APIs answer with one object around a list of records: {"articles": […]},
// {"response": {"docs": […]}}, {"hits": {"hits": [{"_source": {…}}]}}.

// maxWrapping bounds how deep in an object its list of records may lie.
const maxWrapping = 3

// A wrappedReader returns the records of a stream whose first object wraps a list of them,
// numbered through; of any other stream, what it is given.
type wrappedReader struct {
	recordReader
	paths  map[string]string // as in Options.Fields
	begun  bool
	wraps  bool
	rest   []byte // of the list at hand
	number int    // of the record at hand, from 1
}

func (w *wrappedReader) next() ([]byte, error) {
	w.number++
	if data, err := w.element(); data != nil || err != nil {
		return data, err
	}
	data, err := w.recordReader.next()
	if err != nil || w.begun && !w.wraps {
		return data, err
	}
	w.rest = wrapped(data, w.paths)
	if !w.begun {
		w.begun, w.wraps = true, w.rest != nil
	}
	if w.rest == nil {
		return data, nil
	}
	return w.element()
}

// element returns the next record of the list at hand; nil behind the last.
func (w *wrappedReader) element() ([]byte, error) {
	i := space(w.rest, 0)
	if i >= len(w.rest) || w.rest[i] == ']' {
		return nil, nil
	}
	value, next, err := element(w.rest, i)
	if err != nil {
		next = len(w.rest) // what is behind the damage cannot be told apart
	}
	w.rest = w.rest[next:]
	return value, err
}

func (w *wrappedReader) spot() spot {
	if w.wraps {
		return spot{record: w.number}
	}
	return w.recordReader.spot()
}

// wrapped returns the list of records in an object that has no text of its own, behind its
// bracket: the only array in it that holds articles; nil when there is none.
func wrapped(data []byte, paths map[string]string) []byte {
	lists := recordLists(bytes.TrimPrefix(data, bom), paths, maxWrapping)
	if len(lists) != 1 {
		return nil
	}
	return lists[0][1:]
}

// recordLists returns the arrays of articles in an object, at most depth levels down. One
// with a title, an address or authors is an article itself, whatever lists of paragraphs
// or comments are in it.
func recordLists(data []byte, paths map[string]string, depth int) [][]byte {
	f, err := readFields(data, paths)
	if err != nil || f["title"] != nil || f["url"] != nil || f["authors"] != nil {
		return nil
	}
	if f.text("text") != "" && !holdsPublished(f["text"], paths) {
		return nil
	}
	var lists [][]byte
	_ = members(data, func(_ string, value []byte) bool {
		switch {
		case value[0] == '[' && holdsArticles(value, paths):
			lists = append(lists, value)
		case value[0] == '{' && depth > 1:
			lists = append(lists, recordLists(value, paths, depth-1)...)
		}
		return true
	})
	return lists
}

// holdsArticles reports whether an object in an array has text.
func holdsArticles(list []byte, paths map[string]string) bool {
	found := false
	_ = elements(list, func(value []byte) bool {
		f, err := readFields(value, paths)
		found = err == nil && f.text("text") != ""
		return !found
	})
	return found
}

// holdsPublished reports whether an array under a key of text, such as "content", holds
// articles and not the blocks of one: an object in it has a title and an address or date.
func holdsPublished(list []byte, paths map[string]string) bool {
	if list[0] != '[' {
		return false
	}
	found := false
	_ = elements(list, func(value []byte) bool {
		f, err := readFields(value, paths)
		found = err == nil && f["title"] != nil && (f["url"] != nil || f["date"] != nil)
		return !found
	})
	return found
}
