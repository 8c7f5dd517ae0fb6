package report

import (
	"math"
	"strconv"

	"github.com/storydiff/storydiff/compare"
)

// maxNodes is the most articles that the graph of shared text can show apart.
const maxNodes = 40

// The graph's measures, in units of its own view box.
const (
	graphWidth, graphHeight = 640, 360
	graphRing               = 140
	nodeRadius              = 15
)

// An htmlGraph draws who shares text with whom: a ring of articles and a line for
// each two that share, the wider the more.
type htmlGraph struct {
	Width, Height int
	Nodes         []htmlNode
	Edges         []htmlEdge
}

// An htmlNode is an article on the ring; its label stands outside.
type htmlNode struct {
	Ref            htmlRef
	X, Y           int
	LabelX, LabelY int
	Align          string
	Story          string
}

// An htmlEdge is a line between two articles.
type htmlEdge struct {
	X1, Y1, X2, Y2 int
	Wide           string
	Copy           bool // one is a copy of the other, not just sharing passages
	Title          string
	Href           string
}

// graph returns nil when no two articles share text.
func (h *htmlView) graph() *htmlGraph {
	var shared []compare.Pair
	in := map[string]bool{}
	for _, p := range h.Pairs {
		if copied(p) {
			shared = append(shared, p)
			in[p.A], in[p.B] = true, true
		}
	}
	if len(shared) == 0 || len(in) > maxNodes {
		return nil
	}
	g := &htmlGraph{Width: graphWidth, Height: graphHeight}
	at := map[string]htmlNode{}
	for _, a := range h.Articles {
		if in[a.ID] {
			n := h.node(a.ID, len(at), len(in))
			at[a.ID] = n
			g.Nodes = append(g.Nodes, n)
		}
	}
	for _, p := range shared {
		g.Edges = append(g.Edges, h.edge(p, at[p.A], at[p.B]))
	}
	return g
}

// node sets the i-th of n articles on the ring. Places are whole units, so that
// every machine draws the same.
func (h *htmlView) node(id string, i, n int) htmlNode {
	angle := 2*math.Pi*float64(i)/float64(n) - math.Pi/2
	if n == 2 {
		angle += math.Pi / 2
	}
	x, y := math.Cos(angle), math.Sin(angle)
	node := htmlNode{
		Ref: h.ref(id), Story: h.letters[id], Align: "middle",
		X: graphWidth/2 + round(x*graphRing), Y: graphHeight/2 + round(y*graphRing),
		LabelX: graphWidth/2 + round(x*(graphRing+24)), LabelY: graphHeight/2 + round(y*(graphRing+24)) + 4,
	}
	switch {
	case x > 0.2:
		node.Align = "start"
	case x < -0.2:
		node.Align = "end"
	}
	node.Ref.Title = shorten(node.Ref.Title, 20)
	return node
}

func round(x float64) int { return int(math.Round(x)) }

// shorten shortens a label that would leave the drawing.
func shorten(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n-1]) + "…"
}

func (h *htmlView) edge(p compare.Pair, a, b htmlNode) htmlEdge {
	wide := 1 + float64(8*max(p.Copy.AInB, p.Copy.BInA))
	return htmlEdge{
		X1: a.X, Y1: a.Y, X2: b.X, Y2: b.Y, Wide: strconv.FormatFloat(wide, 'f', 1, 64),
		Copy: p.Copy.Relation != "shares passages", Href: "#" + pairAnchor(p),
		Title: h.name(p.A) + " and " + h.name(p.B) + ": " + h.copyWords(p),
	}
}

// percent writes a share as "12%".
func percent(x float64) string { return strconv.Itoa(round(float64(100*x))) + "%" }
