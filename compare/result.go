package compare

import "strings"

// Schema names the version of the report's JSON form. It is only ever added to.
const Schema = "storydiff.report/1"

// A Report is the result of a comparison, in the shape of its JSON form
// (report/schema.json). All offsets count Unicode code points into the text of the
// article they belong to; ends are exclusive.
type Report struct {
	Schema         string      `json:"schema"`
	Tool           Tool        `json:"tool"`
	Articles       []Article   `json:"articles"`
	Source         *Article    `json:"source,omitempty"` // what was said, which the quotes are measured against; not among the articles
	Pairs          []Pair      `json:"pairs"`
	PairsNotListed int         `json:"pairs_not_listed"` // neither listed nor related
	Events         []Event     `json:"events"`
	Quotes         []Quote     `json:"quotes"`
	Utterances     []Utterance `json:"utterances"`
	Framing        []Framing   `json:"framing"`
	Alignments     []Alignment `json:"alignments"`
	Copies         []Copies    `json:"copies"`
	Warnings       []Warning   `json:"warnings"`
}

// Tool says what made the report and with which settings.
type Tool struct {
	Name     string            `json:"name"`
	Version  string            `json:"version"`
	Settings map[string]string `json:"settings"`
}

// An Article is one input.
type Article struct {
	ID        string    `json:"id"`
	Label     string    `json:"label"`
	Path      string    `json:"path,omitempty"`
	Record    string    `json:"record,omitempty"`
	Outlet    string    `json:"outlet,omitempty"`
	Title     string    `json:"title"`
	Authors   []string  `json:"authors"`
	Published string    `json:"published,omitempty"`
	URL       string    `json:"url,omitempty"`
	Language  string    `json:"language,omitempty"`
	SHA256    string    `json:"sha256"`
	Text      string    `json:"text"`
	Words     int       `json:"words"`
	Sentences []Span    `json:"sentences"` // the headline is one
	Removed   []Removal `json:"removed"`
}

// A Removal is debris taken out of an article; At is where it stood in its text.
type Removal struct {
	Text   string `json:"text"`
	Reason string `json:"reason"`
	At     int    `json:"at"`
}

// A Span is a stretch of one article's text.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// A Place is a stretch of the text of the article with that id.
type Place struct {
	Article string `json:"article"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
}

// A Pair is two articles compared.
type Pair struct {
	A           string     `json:"a"`
	B           string     `json:"b"`
	Verdict     string     `json:"verdict"`
	Probability float64    `json:"same_event_probability"`
	Similarity  float64    `json:"similarity"`
	Evidence    []Evidence `json:"evidence"`
	Copy        Copy       `json:"copy"`
}

// Evidence is one reason for or against a verdict.
type Evidence struct {
	For    bool    `json:"for"`
	Kind   string  `json:"kind"`
	Note   string  `json:"note"`
	Weight float64 `json:"weight"`
	A      []Span  `json:"a"`
	B      []Span  `json:"b"`
}

// A Copy says how two texts overlap.
type Copy struct {
	Relation string       `json:"relation"`
	Jaccard  float64      `json:"jaccard"`
	AInB     float64      `json:"containment_a_in_b"`
	BInA     float64      `json:"containment_b_in_a"`
	Passages []SpanPair   `json:"passages,omitempty"`
	Differs  []Difference `json:"differs,omitempty"`
}

// A SpanPair is the same passage in two texts.
type SpanPair struct {
	A Span `json:"a"`
	B Span `json:"b"`
}

// A Difference is a number, name or negation that differs between near copies.
type Difference struct {
	Type string `json:"type"`
	From string `json:"from"`
	To   string `json:"to"`
	A    Span   `json:"a"`
	B    Span   `json:"b"`
}

// An Event is a group of articles that report one event.
type Event struct {
	ID       string   `json:"id"`
	Articles []string `json:"articles"`
	Terms    []string `json:"terms"`
	Outlets  []string `json:"outlets"`         // those known; one outlet's articles are revisions of one report
	First    string   `json:"first,omitempty"` // the first and the last known publication, as the article gives it
	Last     string   `json:"last,omitempty"`
	Copies   int      `json:"copies"` // articles that are copies of another one of the event
}

// A Quote is one utterance or fragment in one article.
type Quote struct {
	ID         string   `json:"id"`
	Article    string   `json:"article"`
	Start      int      `json:"start"`
	End        int      `json:"end"`
	Spans      []Span   `json:"spans,omitempty"`
	Text       string   `json:"text"`
	Kind       string   `json:"kind"`
	Speaker    Speaker  `json:"speaker"`
	Verb       string   `json:"verb,omitempty"`
	Stance     string   `json:"stance,omitempty"`
	Rule       string   `json:"rule"`
	Confidence float64  `json:"confidence"`
	Headline   bool     `json:"headline,omitempty"`
	Flags      []string `json:"flags,omitempty"`
}

// Said returns the words of a quote without what parts them, as an attribution does.
func (q Quote) Said() string { return within(q.Text, q.Start, q.Spans) }

// within returns the stretches of a text that begins at start, one space between them; all
// of the text when there are none.
func within(text string, start int, spans []Span) string {
	if len(spans) == 0 {
		return text
	}
	runes := []rune(text)
	said := make([]string, len(spans))
	for i, s := range spans {
		said[i] = string(runes[s.Start-start : s.End-start])
	}
	return strings.Join(said, " ")
}

// A Speaker is who the article says spoke. Start and End are absent when no words
// near the quote name them.
type Speaker struct {
	Name       string   `json:"name,omitempty"`
	AsWritten  string   `json:"as_written,omitempty"`
	Start      *int     `json:"start,omitempty"`
	End        *int     `json:"end,omitempty"`
	Candidates []string `json:"candidates,omitempty"`
}

// An Utterance is something one person said, in every outlet's wording.
type Utterance struct {
	ID         string    `json:"id"`
	Event      string    `json:"event,omitempty"`
	Speaker    string    `json:"speaker,omitempty"`
	Fullest    int       `json:"fullest"` // index into variants
	Conflict   bool      `json:"speakers_conflict,omitempty"`
	Background bool      `json:"background,omitempty"`
	Variants   []Variant `json:"variants"`
}

// A Variant is one outlet's wording of an utterance.
type Variant struct {
	Article  string   `json:"article"`
	Start    int      `json:"start"`
	End      int      `json:"end"`
	Spans    []Span   `json:"spans,omitempty"` // the stretches that hold the words, when others part them
	Text     string   `json:"text"`
	Quotes   []string `json:"quotes"`
	Also     []Span   `json:"also,omitempty"`
	Speaker  string   `json:"speaker,omitempty"`
	Verb     string   `json:"verb,omitempty"`
	Relation string   `json:"relation"`
	Changes  []Change `json:"changes"`
	Edits    []Edit   `json:"edits"`             // from the fullest variant (a) to this one (b)
	CopyOf   *int     `json:"copy_of,omitempty"` // index of the variant that a near copy repeats
}

// Said returns the words of a wording without what parts them, as an attribution does.
func (w Variant) Said() string { return within(w.Text, w.Start, w.Spans) }

// A Change is one difference between a variant and the fullest one.
type Change struct {
	Type   string `json:"type"`
	From   string `json:"from"`
	To     string `json:"to"`
	FromAt Span   `json:"from_at"`
	ToAt   Span   `json:"to_at"`
}

// An Edit is one step from the fullest variant to this one.
type Edit struct {
	Op string `json:"op"`
	A  Span   `json:"a"`
	B  Span   `json:"b"`
}

// Framing is one signal of one event.
type Framing struct {
	Event     string        `json:"event"`
	Signal    string        `json:"signal"`
	Precision *Precision    `json:"precision,omitempty"` // absent while it has not been measured
	Items     []FramingItem `json:"items"`
}

// Precision is how often lines of a signal were right: Value of Of judged, on Data.
type Precision struct {
	Value float64 `json:"value"`
	Of    int     `json:"of"`
	Data  string  `json:"data"`
}

// A FramingItem is one difference in how an event is told.
type FramingItem struct {
	Topic  string        `json:"topic"`
	Note   string        `json:"note,omitempty"`
	Weight float64       `json:"weight"`
	Sides  []FramingSide `json:"sides"`
}

// A FramingSide is what one article says on an item.
type FramingSide struct {
	Article string `json:"article"`
	Said    []Said `json:"said"`
	Note    string `json:"note,omitempty"` // on this side alone: "paragraph 18"
}

// Said is a wording with its places.
type Said struct {
	Text    string `json:"text"`
	Quoted  bool   `json:"quoted,omitempty"`
	Nearest bool   `json:"nearest,omitempty"` // no match, but the nearest the article has
	Spans   []Span `json:"spans"`
}

// An Alignment links the sentences of two articles about one event that say the same.
type Alignment struct {
	Event string `json:"event"`
	A     string `json:"a"`
	B     string `json:"b"`
	Links []Link `json:"links"`
}

// A Link is two sentences that say the same, in whatever words. Of says which of them has
// the other for its likeliest counterpart: "a", "b" or "both". A sentence of a that is
// wanted with its counterparts is best asked for links of "a" or "both".
type Link struct {
	A     Span    `json:"a"`
	B     Span    `json:"b"`
	Score float64 `json:"score"`
	Of    string  `json:"of"`
}

// Copies is a group of copies with the one to keep.
type Copies struct {
	Representative string   `json:"representative"`
	Members        []string `json:"members"`
}

// A Warning is something the reader should know about the result.
type Warning struct {
	Article string `json:"article,omitempty"`
	Note    string `json:"note"`
}
