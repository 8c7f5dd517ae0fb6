package ingest

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Records have many fields and we need few, so JSON is scanned in place: values are
// skipped by their brackets and quotes, and only those asked for are decoded.

var (
	errJSON     = errors.New("is not valid JSON")
	errJSONDeep = errors.New("is nested too deeply")
)

// maxDepth bounds nesting.
const maxDepth = 1000

// members calls visit for each key of the JSON object in data with its raw value, in
// order, until visit returns false. It fails unless data is one whole object.
func members(data []byte, visit func(key string, value []byte) bool) error {
	return rawMembers(data, func(key, value []byte) bool { return visit(unquote(key), value) })
}

// rawMembers is members with keys as they are written.
func rawMembers(data []byte, visit func(key, value []byte) bool) error {
	i := space(data, 0)
	if i >= len(data) || data[i] != '{' {
		return errJSON
	}
	for i = space(data, i+1); i < len(data) && data[i] != '}'; i = space(data, i) {
		key, value, next, err := member(data, i)
		if err != nil {
			return err
		}
		if !visit(key, value) {
			return nil
		}
		i = space(data, next)
		if i < len(data) && data[i] == ',' {
			i++
		} else if i >= len(data) || data[i] != '}' {
			return errJSON
		}
	}
	if i >= len(data) || space(data, i+1) != len(data) {
		return errJSON
	}
	return nil
}

// member reads one key, with its quotes, and its value at i.
func member(data []byte, i int) (key, value []byte, next int, err error) {
	if data[i] != '"' {
		return nil, nil, 0, errJSON
	}
	end, err := skipString(data, i)
	if err != nil {
		return nil, nil, 0, err
	}
	key = data[i:end]
	i = space(data, end)
	if i >= len(data) || data[i] != ':' {
		return nil, nil, 0, errJSON
	}
	i = space(data, i+1)
	next, err = skipValue(data, i)
	if err != nil {
		return nil, nil, 0, err
	}
	return key, data[i:next], next, nil
}

// elements calls visit for each value of the JSON array in data, until visit returns false.
func elements(data []byte, visit func(value []byte) bool) error {
	i := space(data, 0)
	if i >= len(data) || data[i] != '[' {
		return errJSON
	}
	for i = space(data, i+1); i < len(data) && data[i] != ']'; i = space(data, i) {
		value, next, err := element(data, i)
		if err != nil {
			return err
		}
		if !visit(value) {
			return nil
		}
		i = next
	}
	if i >= len(data) {
		return errJSON
	}
	return nil
}

// element reads one value of an array at i and the comma behind it.
func element(data []byte, i int) (value []byte, next int, err error) {
	end, err := skipValue(data, i)
	if err != nil {
		return nil, 0, err
	}
	next = space(data, end)
	switch {
	case next < len(data) && data[next] == ',':
		next++
	case next >= len(data) || data[next] != ']':
		return nil, 0, errJSON
	}
	return data[i:end], next, nil
}

// skipValue returns where the value at i ends.
func skipValue(data []byte, i int) (int, error) {
	if i >= len(data) {
		return 0, errJSON
	}
	switch c := data[i]; {
	case c == '"':
		return skipString(data, i)
	case c == '{' || c == '[':
		return skipNested(data, i)
	case c == '-' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z':
		return skipScalar(data, i)
	}
	return 0, errJSON
}

// skipNested returns where the object or array at i ends.
func skipNested(data []byte, i int) (int, error) {
	var open []byte
	for i < len(data) {
		switch c := data[i]; c {
		case '"':
			end, err := skipString(data, i)
			if err != nil {
				return 0, err
			}
			i = end
			continue
		case '{', '[':
			if len(open) >= maxDepth {
				return 0, errJSONDeep
			}
			open = append(open, c+2) // the closing bracket stands two behind in ASCII
		case '}', ']':
			if open[len(open)-1] != c {
				return 0, errJSON
			}
			if open = open[:len(open)-1]; len(open) == 0 {
				return i + 1, nil
			}
		}
		i++
	}
	return 0, errJSON
}

// skipScalar returns where the number, true, false or null at i ends.
func skipScalar(data []byte, i int) (int, error) {
	start := i
	for i < len(data) && strings.IndexByte(",}] \t\r\n", data[i]) < 0 {
		i++
	}
	switch word := string(data[start:i]); word {
	case "true", "false", "null":
		return i, nil
	default:
		if _, err := strconv.ParseFloat(word, 64); err != nil && !errors.Is(err, strconv.ErrRange) {
			return 0, errJSON
		}
	}
	return i, nil
}

// skipString returns where the string at i ends, behind its closing quote.
func skipString(data []byte, i int) (int, error) {
	for at := i + 1; ; at++ {
		n := bytes.IndexByte(data[at:], '"')
		if n < 0 {
			return 0, errJSON
		}
		at += n
		escapes := 0
		for at-1-escapes > i && data[at-1-escapes] == '\\' {
			escapes++
		}
		if escapes%2 == 0 {
			return at + 1, nil
		}
	}
}

// space returns the next place at or behind i that holds no white space.
func space(data []byte, i int) int {
	for i < len(data) && (data[i] == ' ' || data[i] == '\n' || data[i] == '\t' || data[i] == '\r') {
		i++
	}
	return i
}

// unquote decodes a raw JSON string; escapes that mean nothing stay as they are.
func unquote(raw []byte) string {
	raw = raw[1 : len(raw)-1]
	at := bytes.IndexByte(raw, '\\')
	if at < 0 {
		return string(raw)
	}
	var out strings.Builder
	out.Grow(len(raw))
	for ; at >= 0; at = bytes.IndexByte(raw, '\\') {
		out.Write(raw[:at])
		for raw = raw[at:]; len(raw) > 0 && raw[0] == '\\'; { // often several follow each other
			raw = raw[unescape(&out, raw):]
		}
	}
	out.Write(raw)
	return out.String()
}

// unescape writes what the escape at the beginning of raw stands for, and returns its
// length.
func unescape(out *strings.Builder, raw []byte) int {
	if len(raw) < 2 {
		out.Write(raw)
		return len(raw)
	}
	c := raw[1]
	switch c {
	case 'n':
		c = '\n'
	case 't':
		c = '\t'
	case 'r':
		c = '\r'
	case 'b':
		c = '\b'
	case 'f':
		c = '\f'
	case 'u':
		return unescapeUnicode(out, raw)
	}
	out.WriteByte(c)
	return 2
}

func unescapeUnicode(out *strings.Builder, raw []byte) int {
	r, ok := hex4(raw)
	if !ok {
		out.Write(raw[:2])
		return 2
	}
	if utf16.IsSurrogate(r) {
		if low, ok := hex4(raw[6:]); ok {
			if pair := utf16.DecodeRune(r, low); pair != utf8.RuneError {
				out.WriteRune(pair)
				return 12
			}
		}
	}
	out.WriteRune(r)
	return 6
}

// hex4 reads the code unit of \uXXXX at the beginning of raw.
func hex4(raw []byte) (rune, bool) {
	if len(raw) < 6 || raw[0] != '\\' || raw[1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(raw[2:6]), 16, 16)
	return rune(n), err == nil
}
