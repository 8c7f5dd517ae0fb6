package report_test

import (
	"bytes"
	"context"
	"encoding/json"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/storydiff/storydiff/compare"
	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/ingest"
	"github.com/storydiff/storydiff/compare/report"
	"github.com/storydiff/storydiff/seeds"
)

// samples compares the articles of seeds.
func samples(t testing.TB) *compare.Report {
	t.Helper()
	o := ingest.Options{FS: seeds.FS}
	inputs, err := ingest.Inputs([]string{"."}, o)
	if err != nil {
		t.Fatal(err)
	}
	var all []*article.Article
	for a, err := range ingest.Read(context.Background(), inputs, o) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, a)
	}
	r, err := compare.Articles(context.Background(), all, compare.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// What is written fits the schema, and has no field that the schema does not know:
// the schema itself is open, so that readers of today can read the reports of tomorrow.
func TestJSONFitsSchema(t *testing.T) {
	schema := closed(t, report.Schema)
	for name, r := range map[string]*compare.Report{"samples": samples(t), "nothing": empty(t)} {
		var out bytes.Buffer
		if err := report.Write(&out, r, report.Options{Format: report.JSON}); err != nil {
			t.Fatal(err)
		}
		doc, err := jsonschema.UnmarshalJSON(&out)
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(doc); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func empty(t *testing.T) *compare.Report {
	t.Helper()
	r, err := compare.Articles(context.Background(), nil, compare.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// closed compiles the schema with no properties allowed beyond those it names.
func closed(t *testing.T, raw []byte) *jsonschema.Schema {
	t.Helper()
	var doc any
	if err := json.Unmarshal(raw, &doc); err != nil {
		t.Fatal(err)
	}
	closeObjects(doc)
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func closeObjects(node any) {
	switch node := node.(type) {
	case map[string]any:
		if _, ok := node["properties"].(map[string]any); ok && node["type"] == "object" {
			node["additionalProperties"] = false
		}
		for _, child := range node {
			closeObjects(child)
		}
	case []any:
		for _, child := range node {
			closeObjects(child)
		}
	}
}
