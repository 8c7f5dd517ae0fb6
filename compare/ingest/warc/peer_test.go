package warc

import (
	"bytes"
	"crypto/sha1"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A peerRecord is what a public reader, warcio, and ours say of one record.
type peerRecord struct {
	File, Type, Target string
	Offset             int64
	Status             int
	SHA1               string
	Error              string
}

// TestPeer compares our reading of odd files with warcio's, which also writes them:
// pip install warcio brotli.
func TestPeer(t *testing.T) {
	if err := exec.Command("python3", "-c", "import warcio").Run(); err != nil {
		t.Skip("needs python3 with warcio: pip install warcio")
	}
	folder := t.TempDir()
	out, err := exec.Command("python3", "testdata/peer.py", folder).Output()
	if err != nil {
		t.Fatal(err)
	}
	theirs := map[string][]peerRecord{}
	for d := json.NewDecoder(bytes.NewReader(out)); d.More(); {
		var r peerRecord
		if err := d.Decode(&r); err != nil {
			t.Fatal(err)
		}
		if r.Error == "" {
			theirs[r.File] = append(theirs[r.File], r)
		} else {
			t.Logf("warcio: %s: %s", r.File, r.Error)
		}
	}
	for file, want := range theirs {
		ours := ourRecords(t, filepath.Join(folder, file))
		if cut := file[:3] == "cut"; cut {
			n := min(len(ours), len(want)) - 1 // of the last there is a part
			ours, want = ours[:n], want[:n]
		}
		for i := range min(len(ours), len(want)) {
			if want[i].SHA1 == "" { // warcio cannot decode it
				want[i].SHA1 = ours[i].SHA1
			}
		}
		if diff := cmp.Diff(want, ours); diff != "" {
			t.Errorf("%s (-warcio +ours):\n%s", file, diff)
		}
		t.Logf("%s: %d records alike", file, len(want))
	}
	if len(theirs) != 6 {
		t.Errorf("%d files", len(theirs))
	}
}

func ourRecords(t *testing.T, path string) []peerRecord {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, err := NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var all []peerRecord
	for {
		rec, err := r.Next()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Logf("ours: %s: %v", filepath.Base(path), err)
			continue
		}
		got := peerRecord{File: filepath.Base(path), Type: rec.Type(), Target: rec.Target(), Offset: rec.Offset}
		var body []byte
		switch rec.Type() {
		case Response, Resource, Conversion:
			p, err := rec.Payload()
			if err != nil {
				t.Fatal(err)
			}
			got.Status = p.Status
			body, _ = io.ReadAll(p.Body)
		}
		sum := sha1.Sum(body)
		got.SHA1 = hex.EncodeToString(sum[:])
		all = append(all, got)
	}
}
