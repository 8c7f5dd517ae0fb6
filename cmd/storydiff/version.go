package main

import (
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"github.com/storydiff/storydiff/compare"
)

func newVersion() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			_, err := fmt.Fprintln(c.OutOrStdout(), "storydiff", compare.Version())
			return err
		},
	}
}

// newMan prints the manual pages of all commands, one after the other.
func newMan(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   "man",
		Short: "Print the manual page in roff",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return doc.GenMan(root, &doc.GenManHeader{Section: "1", Source: "storydiff", Manual: "storydiff"}, c.OutOrStdout())
		},
	}
}
