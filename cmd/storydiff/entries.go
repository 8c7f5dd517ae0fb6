package main

// entries hold where articles lie and what their sources call them, without the digests:
// all in one piece of memory, as there may be millions.
type entries struct {
	text []byte
	ends []entryEnds
}

// entryEnds say where in the text a location and an id end.
type entryEnds struct{ location, id int64 }

// add adds an entry under its number, which is higher than those before it.
func (e *entries) add(number int, one entry) {
	for len(e.ends) < number {
		e.ends = append(e.ends, entryEnds{int64(len(e.text)), int64(len(e.text))})
	}
	e.text = append(e.text, one.location...)
	location := int64(len(e.text))
	e.text = append(e.text, one.id...)
	e.ends = append(e.ends, entryEnds{location, int64(len(e.text))})
}

func (e *entries) at(i int) entry {
	start, ends := int64(0), e.ends[i]
	if i > 0 {
		start = e.ends[i-1].id
	}
	return entry{location: string(e.text[start:ends.location]), id: string(e.text[ends.location:ends.id])}
}
