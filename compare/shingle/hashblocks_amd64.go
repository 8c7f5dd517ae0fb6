//go:build !purego

package shingle

// hashBlocks is the loop of hashblocks.go, sixteen bytes classed at a time (SSE2, which
// every amd64 has) and all that it needs in registers.
//
//go:noescape
func hashBlocks(dst []uint64, body string, r reader) (n int, next reader)
