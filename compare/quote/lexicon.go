package quote

import (
	"embed"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/storydiff/storydiff/compare/text"
)

//go:embed lang/*.txt
var languageFiles embed.FS

// class is the set of closed classes that a word belongs to.
type class uint64

const (
	isVerb class = 1 << iota // a cue verb in any form
	isThat
	isAuxiliary
	isStop
	isArticle
	isVoice
	isOf
	isTitleNoun
	isTermWord
	isAddressee
	isHe
	isShe
	isThey
	isFirstPerson
	isBe
	isUtterance
	isAgent
	isRelative
	isPreposition
	isModal
	isCueWord
	isPostSource
	isSubjunctive
	isQuoting
	isPerfect
	isOblique
	isTime
	isSubordinate
	isMasculine
	isAs
	isThis
	isNounToo
	isSelf
	isElision
	isClitic
	isEpithet
	isIndefinite
	isWeakSource
	isFeminine
	isLocative
	isNamed
	isShow
	isWithTime
	isNaming
	isOwned
	isReflexive
	isPaper
	isAlone
	isWritten
	isBody          // a body and no person
	isInflected     // a form of a noun that is no subject
	isDemonstrative // this, that
	isOffice        // a noun that stands for a person only where the article gives it to one
	isSourceOpener
	isSourceNoun
	isStarter
	isVerbOnly
	isBearer // of words: a sign
	isAiring
	isNote      // a text that one person writes
	isSpeaker   // a person, a body or a text
	isNobody    // ends as nouns for people do, and is none
	opensSource // first word of a phrase that names the source
	isTelling   // a cue verb for what a whole sentence told: das teilte X mit
)

const isPronoun = isHe | isShe | isThey

// opensAnySource is the classes of words that open or end a phrase that names the source.
const opensAnySource = isAs | isCueWord | isPostSource | isSourceOpener | opensSource

// An entry is what a language file says of a word.
type entry struct {
	class     class
	stance    Stance
	lemma     string
	particles []string // one of them must follow a verb that is parted: teilte … mit
}

// body reports whether a name that begins with the word is that of no person.
func (e *entry) body() bool { return e.class&(isTitleNoun|isNamed|isBody|isTermWord) != 0 }

// A lexicon holds the words by which a language reports speech.
type lexicon struct {
	words         map[string]*entry
	index         wordIndex  // of words, once they are all read
	longest       int        // bytes of the longest word
	sources       [][]string // phrases that name the source after them: "according to"
	ourSources    [][]string // phrases whose source is the paper itself: "selon nos informations"
	ownSources    [][]string // phrases whose possessive is the source: "a su juicio"
	adverbEndings []string
	womensNames   []string // endings of given names that are women's unless known otherwise
	mensNames     []string
	womensNouns   []string   // endings of nouns that describe women
	plurals       []string   // endings of verbs whose subject is they
	participles   []string   // endings of verb forms that share the sentence's subject
	inverted      bool       // the subject may follow the verb before a quote
	speakerLast   bool       // the speaker may follow the words and any verb: «…», frohlockte X
	commas        bool       // an attribution may stand between commas inside the marks
	endings       bool       // nouns and names have case endings
	verbSecond    bool       // the finite verb comes second, and last in dependent clauses
	capitals      bool       // all nouns begin with a capital
	namesModify   bool       // nouns may follow a name in its phrase: Lee campaign officials
	and           string     // joins a second verb to a subject
	conjugations  [][]string // ending of a lemma, then those of its regular forms
	agreements    [][]string // ending of a participle, then those it takes with a woman or several
	severals      [][]string // ending of a noun for several, then those of one
	joints        bool       // words are elided before others or hang on them: l’État, dit-il
	womensVerbs   []string   // endings of verbs whose subject is a woman, or a man
	mensVerbs     []string
	finites       []string   // endings of verbs that no noun inside a phrase has
	pluralNouns   []string   // endings of nouns for several people
	goingOn       []string   // lemmas of verbs by which the last speaker goes on
	bodiesAgain   []string   // nouns for bodies that stand for one named before
	thereins      []string   // words for in it, on it: a document named before
	his, hers     []string   // possessives that show whose something is
	toThem        []string   // pronouns for those to whom something is said or done
	things        []string   // endings of nouns that are nobody
	persons       []string   // endings of nouns for people
	pairs         [][]string // endings of nouns for a man, and for a woman who is the same
	declensions   [][]string // ending of a noun, then those of its other cases
	chiefs        []string   // nouns for who leads anything
	bodyCases     [][]string // case endings of a body's name, each with that of the nominative
	offices       bool       // the file tells offices from other nouns for people
	dashes        bool       // a dash at the start of a paragraph opens speech
	model         string     // fitted on the language, to tell speech; empty when none is
	threshold     float64    // the probability from which marks hold speech
	segmenter     string     // fitted on the language, to find reported speech; empty when none is
	english       bool       // rules for English alone go with it
}

// sections says what the words of each section of a language file are.
var sections = []struct {
	name  string
	class class
}{
	{"that", isThat},
	{"auxiliary", isAuxiliary},
	{"stop", isStop},
	{"article", isArticle},
	{"voice", isVoice},
	{"of", isOf},
	{"title", isTitleNoun},
	{"term", isTermWord},
	{"addressee", isAddressee},
	{"he", isHe},
	{"she", isShe},
	{"they", isThey},
	{"first person", isFirstPerson},
	{"telling", isTelling},
	{"starter", isStarter},
	{"verb only", isVerbOnly},
	{"bearer", isBearer},
	{"airing", isAiring},
	{"speaker", isSpeaker},
	{"nobody", isNobody},
	{"be", isBe},
	{"utterance", isUtterance},
	{"written", isWritten},
	{"note", isNote},
	{"agent", isAgent},
	{"relative", isRelative},
	{"preposition", isPreposition},
	{"modal", isModal},
	{"cue word", isCueWord},
	{"source behind", isPostSource},
	{"subjunctive", isSubjunctive},
	{"quoting", isQuoting},
	{"perfect", isPerfect},
	{"oblique", isOblique},
	{"time", isTime},
	{"subordinate", isSubordinate},
	{"masculine", isMasculine},
	{"as", isAs},
	{"this", isThis},
	{"noun too", isNounToo},
	{"self", isSelf},
	{"elision", isElision},
	{"clitic", isClitic},
	{"epithet", isEpithet},
	{"indefinite", isIndefinite},
	{"weak source", isWeakSource},
	{"feminine", isFeminine},
	{"locative", isLocative},
	{"named", isNamed},
	{"show", isShow},
	{"with time", isWithTime},
	{"naming", isNaming},
	{"possessive", isOwned},
	{"reflexive", isReflexive},
	{"paper", isPaper},
	{"alone", isAlone},
	{"body", isBody | isVoice},
	{"demonstrative", isDemonstrative},
	{"source opener", isSourceOpener},
	{"source noun", isSourceNoun},
	{"office", isOffice | isVoice},
}

var lexicons sync.Map // language code to *lexicon, or nil when there is no file

// lexiconOf returns the lexicon of a language, nil when there is none.
func lexiconOf(lang string) *lexicon {
	if l, ok := lexicons.Load(lang); ok {
		return l.(*lexicon)
	}
	var l *lexicon
	if data, err := languageFiles.ReadFile("lang/" + lang + ".txt"); err == nil {
		l = parseLexicon(string(data))
	}
	lexicons.Store(lang, l)
	return l
}

// parseLexicon reads a language file: sections of words, # before remarks. A line of
// a verb section is one verb in all its forms, the lemma first.
func parseLexicon(data string) *lexicon {
	l := &lexicon{words: make(map[string]*entry, 2048), threshold: speechThreshold}
	section := ""
	for line := range strings.Lines(data) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			section = strings.Trim(line, "[]")
		default:
			l.add(section, strings.Fields(line))
		}
	}
	l.decline()
	l.spreadEpithets()
	for _, e := range l.words { // what is said of a verb holds of all its forms
		if e.class&isVerb != 0 {
			e.class |= l.word(e.lemma).class & (isAddressee | isTelling)
		}
	}
	l.index = indexWords(l.words)
	return l
}

// add files one line of a section.
func (l *lexicon) add(section string, words []string) {
	if endings := l.endingsOf(section); endings != nil {
		*endings = append(*endings, words...)
		return
	}
	switch section {
	case string(Neutral), string(Assertive), string(Doubting), string(Emotive):
		l.addVerb(Stance(section), words)
	case "source":
		l.sources = append(l.sources, words)
		l.make(words[0]).class |= opensSource
	case "our source":
		l.ourSources = append(l.ourSources, words)
	case "own source":
		l.ownSources = append(l.ownSources, words)
		l.make(words[0]).class |= opensSource
	case "gender pair":
		l.pairs = append(l.pairs, words)
	case "body case":
		l.bodyCases = append(l.bodyCases, words)
	case "declension":
		l.declensions = append(l.declensions, words)
	case "plural":
		l.severals = append(l.severals, words)
	case "agreement":
		l.agreements = append(l.agreements, words)
	case "regular forms":
		l.conjugations = append(l.conjugations, words)
	case "and":
		l.and = words[0]
	case "elision", "clitic":
		l.joints = true
		l.addClass(section, words)
	default:
		if !l.set(section, words[0]) {
			l.offices = l.offices || section == "office"
			l.addClass(section, words)
		}
	}
}

// endingsOf returns where the endings, or the few words, that a section lists are kept, nil for other sections.
func (l *lexicon) endingsOf(section string) *[]string {
	switch section {
	case "women's name ending":
		return &l.womensNames
	case "men's name ending":
		return &l.mensNames
	case "women's noun ending":
		return &l.womensNouns
	case "plural ending":
		return &l.plurals
	case "women's verb ending":
		return &l.womensVerbs
	case "men's verb ending":
		return &l.mensVerbs
	case "finite ending":
		return &l.finites
	case "chief":
		return &l.chiefs
	case "plural noun ending":
		return &l.pluralNouns
	case "going on":
		return &l.goingOn
	case "body again":
		return &l.bodiesAgain
	case "therein":
		return &l.thereins
	case "his":
		return &l.his
	case "hers":
		return &l.hers
	case "to them":
		return &l.toThem
	case "thing ending":
		return &l.things
	case "adverb ending":
		return &l.adverbEndings
	case "participle ending":
		return &l.participles
	case "person ending":
		return &l.persons
	}
	return nil
}

// set turns on a switch, or gives a setting its value. It reports whether there is one.
func (l *lexicon) set(section, value string) bool {
	switch section {
	case "inverted":
		l.inverted = true
	case "speaker last":
		l.speakerLast = true
	case "incise between commas":
		l.commas = true
	case "case endings":
		l.endings = true
	case "verb second":
		l.verbSecond = true
	case "capital nouns":
		l.capitals = true
	case "names modify nouns":
		l.namesModify = true
	case "speech model":
		l.model = value
	case "speech threshold":
		if p, err := strconv.ParseFloat(value, 64); err == nil {
			l.threshold = p
		}
	case "segmenter":
		l.segmenter = value
		l.english = value == "en"
	case "dash opens speech":
		l.dashes = true
	default:
		return false
	}
	return true
}

// addVerb files the forms of a verb. Words behind a plus are its particles.
func (l *lexicon) addVerb(stance Stance, forms []string) {
	var particles []string
	if i := slices.Index(forms, "+"); i > 0 {
		forms, particles = forms[:i], forms[i+1:]
	}
	for _, form := range forms {
		l.addForm(stance, forms[0], form, particles)
		l.addAgreeing(stance, forms[0], form)
	}
	for _, c := range l.conjugations {
		stem, ok := strings.CutSuffix(forms[0], c[0])
		if !ok || stem == "" {
			continue
		}
		for _, ending := range c[1:] {
			l.addForm(stance, forms[0], stem+ending, particles)
			l.addAgreeing(stance, forms[0], stem+ending)
		}
		break
	}
}

// addAgreeing files the forms that a participle takes with a woman or with several.
func (l *lexicon) addAgreeing(stance Stance, lemma, participle string) {
	for _, a := range l.agreements {
		stem, ok := strings.CutSuffix(participle, a[0])
		for i := 1; ok && i < len(a); i++ {
			if l.word(stem+a[i]).class == 0 {
				l.addForm(stance, lemma, stem+a[i], nil)
			}
		}
	}
}

// addForm files a form of a verb. The first verb wins a shared form.
func (l *lexicon) addForm(stance Stance, lemma, form string, particles []string) {
	e := l.make(form)
	if e.class&isVerb == 0 {
		e.class |= isVerb
		e.stance, e.lemma, e.particles = stance, lemma, particles
	} else if len(e.particles) > 0 {
		e.particles = slices.Concat(e.particles, particles) // wirft … vor, wirft … ein
	}
}

// spreadEpithets lets every noun for a person stand for one named before, where the file
// says which nouns are offices and which are bodies.
func (l *lexicon) spreadEpithets() {
	const none = isOffice | isBody | isVerb | isUtterance | isTitleNoun
	for _, e := range l.words {
		if l.offices && e.class&isVoice != 0 && e.class&none == 0 {
			e.class |= isEpithet
		}
	}
}

// decline files the case forms of the nouns that speak, so that only nominatives need be
// listed. A form that is a word of its own stays what it is.
func (l *lexicon) decline() {
	if len(l.declensions) == 0 {
		return
	}
	nouns := make([]string, 0, len(l.words))
	for w, e := range l.words {
		if e.class&(isVoice|isEpithet|isUtterance) != 0 && e.class&isVerb == 0 {
			nouns = append(nouns, w)
		}
	}
	slices.Sort(nouns) // of two that share a form the first wins
	for _, w := range nouns {
		l.addCases(w, nouns)
	}
}

// addCases files the case forms of a noun. Those that are nouns of the list too may be
// nominatives: супруга.
func (l *lexicon) addCases(noun string, listed []string) {
	class := l.words[noun].class & (isVoice | isEpithet | isBody | isOffice | isUtterance)
	for _, d := range l.declensions {
		stem, ok := strings.CutSuffix(noun, d[0])
		if !ok || len(stem) < 2 {
			continue
		}
		for _, ending := range d[1:] {
			form := stem + strings.TrimPrefix(ending, "-")
			if e := l.make(form); e.class&^(isVoice|isEpithet|isBody|isOffice|isUtterance|isTitleNoun|isTermWord) == 0 {
				e.class |= class
			}
			if e := l.words[form]; e.lemma == "" && e.class&(isVoice|isUtterance) != 0 && form != noun {
				if _, both := slices.BinarySearch(listed, form); both {
					continue
				}
				e.class |= isInflected
				e.lemma = noun
			}
		}
		return
	}
}

// make returns the entry of a word, a new one if need be.
func (l *lexicon) make(w string) *entry {
	if l.words[w] == nil {
		l.words[w] = &entry{}
		l.longest = max(l.longest, len(w))
	}
	return l.words[w]
}

// word returns the entry of a folded word, an empty one when there is none.
func (l *lexicon) word(w string) *entry {
	if l.index.slots != nil {
		return l.index.find(w)
	}
	if e := l.words[w]; e != nil {
		return e
	}
	return &noEntry
}

var noEntry entry // of words the lexicon does not know

func (l *lexicon) addClass(section string, words []string) {
	for _, s := range sections {
		if s.name != section {
			continue
		}
		for _, w := range words {
			l.make(w).class |= s.class
		}
	}
}

// StanceOf returns the stance of a cue verb in any of its forms; Neutral when unknown.
func StanceOf(verb, lang string) Stance {
	l := lexiconOf(lang)
	if l == nil {
		return Neutral
	}
	for word := range strings.FieldsSeq(strings.ToLower(verb)) {
		if e := l.word(word); e.class&isVerb != 0 {
			return e.stance
		}
	}
	return Neutral
}

// IsCue reports whether a folded word is a form of a verb that reports speech in a language,
// or opens the naming of its source: said, according.
func IsCue(word, lang string) bool {
	l := lexiconOf(lang)
	if l == nil {
		return false
	}
	class := l.word(word).class
	return class&isVerb != 0 || class&opensSource != 0 && !text.Stop(word, lang)
}
