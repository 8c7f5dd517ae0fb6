package ledger

import (
	"strings"
	"testing"
)

// TestWhoMaySpeak holds what joins wordings whose speakers are not known to be one.
func TestWhoMaySpeak(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		rows       int
	}{
		{
			"a body told in other words",
			"“Our yard in Brevik can repair all nine ferries within three weeks,” said Ruth Solheim, who runs the yard.",
			"Solheim Verft says that its yard can repair all nine ferries within three weeks.", 1,
		},
		{
			"the director",
			"“The keepers knew exactly what they wanted and were gone in four minutes,” said Ingrid Moen, the head of the museum.",
			"The director said the keepers had known exactly what they wanted and were gone in four minutes.", 1,
		},
		{
			"officials make a claim of their own",
			"“The evidence shows that the barge was sunk by a mine laid from the shore,” said Prime Minister Ingrid Moen.",
			"Two naval officials believe the barge was by mistake sunk by a drifting mine.", 0,
		},
		{
			"word for word by two people",
			"“The mines are still there, and nobody has a map of them,” said Commissioner Karim Bensaid.",
			"“The mines are still there, and nobody has a map of them,” said Ingrid Moen of the relief mission.", 1,
		},
		{
			"another must in other people's words",
			"“Anyone who sells these flares will go to prison,” Minister Ingrid Moen said.",
			"“Anyone who sells these flares should go to prison,” said Karim Bensaid, a fan.", 0,
		},
		{
			"no verb of speech was found with its clause",
			"“I understand the anger, but anger does not mend rails,” said Minister Ingrid Moen.",
			"Minister Ingrid Moen came late. She said she understood the anger but that anger did not mend rails.", 1,
		},
		{
			"a song",
			"Fans of Ingrid Moen sang “Ballad of the Last Lighthouse” all night, she said.",
			"Ingrid Moen ended with “Ballad of the Last Lighthouse” and said good night.", 0,
		},
		{
			"a statement in full, without marks",
			"“We have moored the barge in the outer harbour. Nobody goes on board before the divers have seen the hull,” said Ingrid Moen.",
			"Ingrid Moen made this statement to the island’s radio: We have moored the barge in the outer harbour. Nobody goes on board before the divers have seen the hull. The sea was calm.", 2,
		},
		{
			"two clauses of reported speech",
			"“I came home with an empty hold and a clear head,” said Ingrid Moen. “I have not sold a single herring that was not mine.”",
			"Ingrid Moen said she had come home with a clear head and an empty hold and had not sold a single herring that was not hers.", 2,
		},
		{
			"a telling phrase",
			"Ingrid Moen said she would spare the harbour “months of drudgery”.",
			"The strike would mean “months of drudgery”, said Ingrid Moen.", 1,
		},
		{
			"a pronoun that may mean somebody else",
			"“Tonight is a night for lanterns, not for speeches,” harbour master Ingrid Moen said.",
			"Karim Bensaid is the harbour’s clerk. Ingrid Moen left the feast early. It was “a night for lanterns, not for speeches”, he said.", 1,
		},
		{
			"an apology",
			"“I apologise to every widow in this harbour and to all 38 crews of the herring fleet,” said Ingrid Moen.",
			"Ingrid Moen spoke first. She apologised to every widow in the harbour and to the 38 crews of the herring fleet.", 1,
		},
		{
			"a statement that goes on",
			"“The divers found three cracks in the hull. Both pumps were rusted through and could not be started,” said Ingrid Moen.",
			"Ingrid Moen said that divers had found three cracks in the hull. Both pumps had been rusted through and could not have been started.", 2,
		},
	} {
		if us := Build(readingsOf(c.a, c.b)); len(us) != c.rows {
			t.Errorf("%s: %d utterances, want %d: %v", c.name, len(us), c.rows, us)
		}
	}
}

func TestSentencesBesideASharedOne(t *testing.T) {
	wire := "“I have never knowingly sunk a barge in my life, and I will fight this until the last court,” captain Karim Bensaid said. “Somebody put water in my oil.”"
	us := Build(readingsOf(wire, "“Never in my life have I knowingly sunk a barge, and I will fight this all the way to the last court,” captain Karim Bensaid said. “Someone slipped water into my oil.”"))
	if len(us) != 2 {
		t.Errorf("%d utterances, want both sentences", len(us))
	}
	us = Build(readingsOf(wire, "Captain Karim Bensaid spoke. “Someone slipped my lawyer a letter,” he said."))
	if len(us) != 0 {
		t.Errorf("alone: %v", us)
	}
}

func TestOnePassageShowsOneRow(t *testing.T) {
	us := Build(readingsOf(
		"“In the face of storms, the harbour is willing to work with the islands to take up the duty of old ports and play a leading role in bringing calm to a stormy sea,” said harbour master Ingrid Moen.",
		"Harbour master Ingrid Moen said the harbour was ready to work with the islands “to play a leading role and to bring calm to a sea in turmoil”.",
	))
	if len(us) != 1 || len(us[0].Variants) != 2 || len(us[0].Variants[1].Quotes) == 0 {
		t.Errorf("want one row with the quoted words: %+v", us)
	}
}

// Of wordings about as full the one that most are like is the reference; else the fullest.
func TestTheReferenceIsWhatMostAreLike(t *testing.T) {
	wire := "“They knew exactly what they wanted, and in four minutes they were gone,” said curator Ingrid Moen."
	for foreign, fullest := range map[string]bool{
		"“They knew precisely what they were after, and in four minutes they had gone,” said curator Ingrid Moen.":                       false,
		"“The men knew very precisely what it was they wanted here, and in only four minutes they were gone,” said curator Ingrid Moen.": true,
	} {
		us := Build(readingsOf(wire, strings.Replace(wire, "said curator Ingrid Moen", "curator Ingrid Moen told reporters", 1), foreign))
		if len(us) != 1 || (us[0].Fullest == 2) != fullest || (us[0].Variants[2].Relation == Verbatim) != fullest {
			t.Errorf("%s\ngot %+v", foreign, us)
		}
	}
}

func TestInstitutions(t *testing.T) {
	for noun, want := range map[string]string{"airways": "airline", "infirmary": "hospital", "bank": "bank", "river": ""} {
		if got := institution(noun); got != want {
			t.Errorf("%s: %q, want %q", noun, got, want)
		}
	}
	us := Build(readingsOf(
		"Harbour Airways stopped flying. “All flights have been cancelled until further notice,” the airline said.",
		"“All flights have been cancelled until further notice,” Harbour Airways said.",
	))
	if len(us) != 1 || us[0].Speaker != "Harbour Airways" {
		t.Errorf("got %+v", us)
	}
}

func TestNegationInARelativeClauseDeniesNothingElse(t *testing.T) {
	us := Build(readingsOf(
		"“I apologise to every one of our 2,100 stokers, who have done nothing wrong,” said Ingrid Moen of Fjord Lines.",
		"“I apologise to each of our 2,100 men,” said Ingrid Moen of Fjord Lines.",
	))
	if len(us) != 1 {
		t.Fatalf("%d utterances", len(us))
	}
	for _, v := range us[0].Variants {
		for _, c := range v.Changes {
			if c.Type == ChangedNegation {
				t.Errorf("negation: %q → %q", c.From, c.To)
			}
		}
	}
}

func TestWordsWithoutMarksMayBeVerbatim(t *testing.T) {
	us := Build(readingsOf(
		"“Why do we all have to go back to the harbour, I do not know,” captain Ingrid Moen wrote.",
		"Captain Ingrid Moen was on board.\n\nWhy do we all have to go back to the harbour, I do not know\n\nThe ferry turned.",
	))
	for _, u := range us {
		for _, v := range u.Variants {
			if v.Relation != Verbatim || v.Verb == "go" || v.Verb == "know" {
				t.Errorf("%s, %q: the same words", v.Relation, v.Verb)
			}
		}
	}
}
