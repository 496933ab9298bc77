package syntax

import (
	"bytes"
	"iter"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// definitions takes link reference definitions out of the head of a paragraph,
// so many lines at a time: goldmark moves all lines of the paragraph for each
// definition.
type definitions struct{ parser.ParagraphTransformer }

const definedAtOnce = 256 // lines

func (d definitions) Transform(node *ast.Paragraph, r text.Reader, pc parser.Context) {
	for node.Lines().Len() > definedAtOnce {
		lines := node.Lines()
		end := definedAtOnce
		for end < lines.Len() && !opensBracket(lines.At(end), r) {
			end++
		}
		head := ast.NewParagraph()
		head.SetBlankPreviousLines(node.HasBlankPreviousLines())
		head.Lines().AppendAll(lines.Sliced(0, end))
		node.Parent().InsertBefore(node.Parent(), node, head)
		d.ParagraphTransformer.Transform(head, r, pc)
		lines.SetSliced(end, lines.Len())
		if head.Parent() == nil {
			continue
		}
		rest := text.NewSegments()
		rest.AppendAll(head.Lines().Sliced(0, head.Lines().Len()))
		rest.AppendAll(lines.Sliced(0, lines.Len()))
		node.SetLines(rest)
		head.Parent().RemoveChild(head.Parent(), head)
		return
	}
	d.ParagraphTransformer.Transform(node, r, pc)
}

func opensBracket(line text.Segment, r text.Reader) bool {
	return bytes.HasPrefix(bytes.TrimLeft(line.Value(r.Source()), " "), []byte("["))
}

// plainDefinition takes apart a line that is a whole link definition,
// [label]: address, with nothing in it that would have to be looked at closely.
// Most are such lines, and there may be hundreds of thousands.
func plainDefinition(line string) (label, target string, ok bool) {
	label, target, ok = strings.Cut(strings.TrimRight(line, " \t\n"), "]:")
	if !ok || len(label) > 900 || !strings.HasPrefix(label, "[") || strings.HasPrefix(label, "[^") {
		return "", "", false
	}
	label, target = label[1:], strings.TrimLeft(target, " \t")
	if strings.TrimSpace(label) == "" || strings.ContainsAny(label, "[]\\") ||
		target == "" || strings.ContainsAny(target, " \t<>()\\\"'&") {
		return "", "", false
	}
	return label, target, true
}

// References are the link definitions in a piece of a source, of which the first of
// a label counts; numbers are those of the footnotes that it may mark.
func References(piece string, numbers map[string]int) iter.Seq[parser.Reference] {
	return func(yield func(parser.Reference) bool) {
		if OnlyDefinitions(piece) {
			for line := range strings.Lines(piece) {
				label, target, ok := plainDefinition(line)
				if ok && !yield(parser.NewReference([]byte(label), []byte(target), nil)) {
					return
				}
			}
			return
		}
		pc := parser.NewContext()
		pc.Set(notesKey, numbers)
		dialect().Parse(text.NewReader([]byte(piece)), parser.WithContext(pc))
		for _, r := range pc.References() {
			if !yield(r) {
				return
			}
		}
	}
}

// OnlyDefinitions reports whether each line is a [plainDefinition] or blank.
// Behind such a line no paragraph is open, so the next defines as well.
func OnlyDefinitions(text string) bool {
	for line := range strings.Lines(text) {
		if _, _, ok := plainDefinition(line); !ok && strings.TrimSpace(line) != "" {
			return false
		}
	}
	return true
}
