package keys

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Command is an operation with what stands behind its name.
type Command struct {
	Op     Op
	Arg    string // as it was typed, without the blanks around it
	Count  int    // the number before it, 0 for none
	Letter byte   // of a mark, from a to Z; else 0
	Counts bool   // there is a number, which may be 0
}

// Parse reads a line of the palette: a name or an alias of what is at hand in a place
// and, where it takes one, an argument: "sort views". A number goes to that line. The
// error says in a line what is wrong.
func Parse(line string, where Scope) (Command, error) {
	name, arg, _ := strings.Cut(strings.TrimSpace(strings.TrimLeft(line, " :")), " ")
	arg = strings.TrimSpace(arg)
	if n, err := strconv.Atoi(name); err == nil && 0 <= n && n <= mostCount && arg == "" && GoLine.Scope()&where != 0 {
		return Command{Op: GoLine, Arg: name, Count: n}, nil
	}
	if n, ok := strings.CutSuffix(name, "%"); ok && n != "" && arg == "" {
		name, arg = GoPercent.String(), n
	}
	op, err := Find(name)
	if err != nil {
		return Command{}, err
	}
	c := Command{Op: op, Arg: arg}
	if where&InArticle != 0 {
		where |= InArticle // digits open what is in sight, a name and a number all of it
	}
	if op.Scope()&where == 0 {
		return c, fmt.Errorf("%s is for %s", op, op.Scope())
	}
	takes := op.Arg()
	switch {
	case takes.Name == "" && arg != "":
		return c, fmt.Errorf("%s takes nothing behind it", op)
	case takes.Needed && arg == "":
		what := strings.ToLower(takes.Name)
		if takes.Name == "COLUMNS" {
			what = "number of columns"
		}
		return c, fmt.Errorf("%s needs a %s behind it", op, what)
	case arg != "" && len(takes.Values) > 0 && !takes.Others && !slices.Contains(takes.Values, arg):
		return c, fmt.Errorf("%s has no %q: it may be %s", op, short(arg), strings.Join(takes.Values, ", "))
	}
	err = c.read(takes)
	return c, err
}

// read reads the number or the letter that an argument is.
func (c *Command) read(takes Arg) error {
	switch {
	case c.Arg == "":
	case takes.Name == "LETTER":
		if len(c.Arg) != 1 || !isLetter(c.Arg) {
			return fmt.Errorf("%s needs a letter, not %q", c.Op, short(c.Arg))
		}
		c.Letter = c.Arg[0]
	case takes.Name == "NUMBER" || takes.Name == "COLUMNS":
		n, err := strconv.Atoi(strings.TrimSuffix(c.Arg, "%"))
		if err != nil || n < 0 || n > mostCount {
			return fmt.Errorf("%s needs a number, not %q", c.Op, short(c.Arg))
		}
		c.Count, c.Counts = n, true
	}
	return nil
}
