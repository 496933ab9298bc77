package chrome

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"lede/ui/keys"
)

// The columns of a help are at least so wide, and so far apart.
const (
	helpColumn = 44
	helpGap    = 2
)

// lines are all lines of the help, in columns.
func (h *Help) lines() []string {
	columns := max(1, (h.width+helpGap)/(helpColumn+helpGap))
	width := (h.width+helpGap)/columns - helpGap
	var blocks [][]string
	for _, s := range h.all {
		if block := h.block(s, width); len(block) > 0 {
			blocks = append(blocks, block)
		}
	}
	if len(blocks) == 0 {
		return []string{Cut("  "+h.theme.Screen.Hint.Render("Nothing here is called so."), h.width)}
	}
	return beside(blocks, columns, width)
}

// block is a group in lines of a width, those that what is typed is in.
func (h *Help) block(s keys.Section, width int) []string {
	const indent, least = 2, 20 // columns; below it the words stand under the keys
	st, words := h.theme.Screen, strings.Fields(strings.ToLower(h.prompt.Text()))
	var lines []keys.Line
	wide := 0
	for _, l := range s.Lines {
		text := strings.ToLower(l.Op.String() + " " + l.Does + " " + strings.Join(l.Keys, " ") + " " + s.Title)
		if !containsAll(text, words) {
			continue
		}
		lines = append(lines, l)
		wide = max(wide, ansi.StringWidth(l.Said()))
	}
	if len(lines) == 0 {
		return nil
	}
	block := []string{Cut("  "+st.Brand.Render(s.Title), width)}
	wide = min(wide, width/2)
	under := width-wide-2*indent < least
	for _, l := range lines {
		names := st.Key.Render(Cut(l.Said(), width-indent))
		if under {
			block = append(block, Cut("  "+names, width))
			for _, w := range Wrapped(l.Does, width-2*indent) {
				block = append(block, Cut("    "+w, width))
			}
			continue
		}
		for i, w := range Wrapped(l.Does, width-wide-2*indent) {
			left := ""
			if i == 0 {
				left = Cut(names, wide)
			}
			block = append(block, Cut("  "+left+strings.Repeat(" ", wide-ansi.StringWidth(left)+indent)+w, width))
		}
	}
	return append(block, "")
}

func containsAll(text string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// beside sets blocks in columns of about the same height, in their order. A block
// is never parted, so one that is long has a column of its own.
func beside(blocks [][]string, columns, width int) []string {
	total := 0
	for _, b := range blocks {
		total += len(b)
	}
	high := (total + columns - 1) / columns
	stacks := stack(blocks, high)
	for len(stacks) > columns {
		high++
		stacks = stack(blocks, high)
	}
	var lines []string
	for y := range tallest(stacks) {
		line := ""
		for i, s := range stacks {
			if y >= len(s) {
				continue
			}
			at := i * (width + helpGap)
			line += strings.Repeat(" ", max(0, at-ansi.StringWidth(line))) + s[y]
		}
		lines = append(lines, line)
	}
	return lines
}

func tallest(stacks [][]string) int {
	high := 0
	for _, s := range stacks {
		high = max(high, len(s))
	}
	return high
}

// stack fills columns of a height with blocks.
func stack(blocks [][]string, high int) [][]string {
	var stacks [][]string
	for _, b := range blocks {
		last := len(stacks) - 1
		if last < 0 || len(stacks[last])+len(b) > high+1 { // the blank line below may go
			stacks = append(stacks, nil)
			last++
		}
		stacks[last] = append(stacks[last], b...)
	}
	return stacks
}
