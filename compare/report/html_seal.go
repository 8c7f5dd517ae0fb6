package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
)

// The places of the page that reading it again looks for.
var (
	sealBefore = []byte(`<meta name="storydiff-seal" content="`)
	madeBefore = []byte(`<script type="application/json" id="storydiff-report">`)
	madeAfter  = []byte(`</script>`)
)

// blankSeal stands in the page while its digest is computed.
const blankSeal = "0000000000000000000000000000000000000000000000000000000000000000"

// sealed puts the digest of a page with a blank seal in the place of that seal.
func sealed(page []byte) []byte {
	at := sealOf(page)
	if at < 0 {
		return page
	}
	out := bytes.Clone(page)
	copy(out[at:], blankSeal)
	sum := sha256.Sum256(out)
	hex.Encode(out[at:], sum[:])
	return out
}

// sealOf returns where the seal of a page stands, or -1.
func sealOf(page []byte) int {
	at := bytes.Index(page, sealBefore)
	if at < 0 || at+len(sealBefore)+len(blankSeal) > len(page) {
		return -1
	}
	return at + len(sealBefore)
}

// Intact reports whether an HTML report is as it was written: whether the digest that
// it holds is its own.
func Intact(page []byte) bool { return sealOf(page) >= 0 && bytes.Equal(page, sealed(page)) }

// ReadMade returns how an HTML report was made, as it says itself. It fails when the
// page is no report of this program.
func ReadMade(page []byte) (Made, error) {
	var m Made
	at := bytes.LastIndex(page, madeBefore)
	if at < 0 {
		return m, errors.New("not an HTML report of storydiff")
	}
	data := page[at+len(madeBefore):]
	end := bytes.Index(data, madeAfter)
	if end < 0 {
		return m, errors.New("an HTML report of storydiff, but cut short")
	}
	if err := json.Unmarshal(data[:end], &m); err != nil {
		return m, errors.New("an HTML report of storydiff, but what it says of its making cannot be read")
	}
	return m, nil
}
