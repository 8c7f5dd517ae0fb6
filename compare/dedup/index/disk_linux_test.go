package index

import (
	"errors"
	"math/rand/v2"
	"path/filepath"
	"syscall"
	"testing"
)

// smallDisk mounts a file system of so many kilobytes.
func smallDisk(t *testing.T, size string) string {
	t.Helper()
	folder := t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size="+size); err != nil {
		t.Skip("needs leave to mount a file system: ", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(folder, syscall.MNT_DETACH) })
	return folder
}

func TestAFullDiskLeavesTheIndexAsItWas(t *testing.T) {
	folder := filepath.Join(smallDisk(t, "256k"), "index")
	texts := harvest(rand.New(rand.NewPCG(1, 2)), 2000)
	takeIn(t, folder, 0, texts[:50])
	want, err := answersOf(folder, texts[:50])
	if err != nil {
		t.Fatal(err)
	}
	run, err := Begin(folder)
	if err != nil {
		t.Fatal(err)
	}
	_, err = decideAll(run, 50, texts[50:])
	if err == nil {
		err = run.Prepare(false)
	}
	if !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("on a full disk: %v", err)
	}
	run.Close()
	if got, err := answersOf(folder, texts[:50]); err != nil || !equalAnswers(got, want) {
		t.Error("the index is not what it was: ", err)
	}
	takeIn(t, folder, 50, texts[50:60]) // there is room again
}

func TestAReadOnlyIndexIsReadAndNotWritten(t *testing.T) {
	disk := smallDisk(t, "4m")
	folder := filepath.Join(disk, "index")
	texts := harvest(rand.New(rand.NewPCG(1, 2)), 50)
	takeIn(t, folder, 0, texts)
	if err := syscall.Mount("tmpfs", disk, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := answersOf(folder, texts); err != nil {
		t.Error(err)
	}
	if _, err := Begin(folder); !errors.Is(err, syscall.EROFS) {
		t.Error(err)
	}
}
