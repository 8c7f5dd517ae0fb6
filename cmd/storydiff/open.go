package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"

	"github.com/storydiff/storydiff/compare/report"
)

// prepareOpen gives a page that is to be opened a place, if it was given none.
func (f *flags) prepareOpen() error {
	if f.format == "" && f.outFile == "" {
		f.format = report.HTML
	}
	if f.format != report.HTML && (f.format != "" || formatOf(f.outFile) != report.HTML) {
		return errors.New("--open shows a page: use it with --format html")
	}
	if f.outFile != "" && f.outFile != "-" {
		return nil
	}
	page, err := os.CreateTemp("", "storydiff-*.html")
	if err != nil {
		return fmt.Errorf("no place for the page: %w; name one with -o", err)
	}
	f.outFile = page.Name()
	return page.Close()
}

// openPage shows the page that was written in the user's browser.
func (f *flags) openPage(s streams) error {
	path, err := filepath.Abs(f.outFile)
	if err != nil {
		return fmt.Errorf("cannot open %s: %w", f.outFile, err)
	}
	s.complain(fmt.Errorf("opening %s", f.outFile))
	if err := start(exec.Command(opener(), path)); err != nil {
		return fmt.Errorf("cannot open %s in a browser: %w; open it yourself, or name a browser in BROWSER", f.outFile, err)
	}
	return nil
}

// opener names the program that opens a page.
func opener() string {
	if browser := os.Getenv("BROWSER"); browser != "" {
		return browser
	}
	switch runtime.GOOS {
	case "darwin":
		return "open"
	case "windows":
		return "explorer"
	default:
		return "xdg-open"
	}
}

// start runs a program and waits a moment for it to fail; a browser may stay open for
// as long as it is used.
func start(c *exec.Cmd) error {
	if err := c.Start(); err != nil {
		return err
	}
	done := make(chan error, 1)
	go func() { done <- c.Wait() }()
	select {
	case err := <-done:
		return err
	case <-time.After(2 * time.Second):
		return nil
	}
}
