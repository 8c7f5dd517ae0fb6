package report

import _ "embed"

// Schema is the JSON Schema (draft 2020-12) of a report in JSON.
//
//go:embed schema.json
var Schema []byte
