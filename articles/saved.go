package articles

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// SavedQuery is a query that the reader keeps under a name: a tab of the list.
type SavedQuery struct {
	Key   int64 // the store's own number of it
	Name  string
	Query string // as it is typed; the order is a part of it
}

// ErrNoQuery is the error of a name that no query is saved under.
var ErrNoQuery = errors.New("no query is saved under this name")

// MostQueryName is how long the name of a saved query may be, in characters: it is to fit
// among others in a line.
const MostQueryName = 40

// QueryEdit is something that a hand does with the saved queries.
type QueryEdit struct {
	Kind  ChangeKind // SavingQuery or one of those behind it
	Name  string     // of the query that it is about
	Query string     // to be saved, when that is the kind
	To    string     // the new name
	Place int        // the new place, from 0
}

// About is what the edit of the saved queries is about, in words: also what a query was
// that another takes the place of.
func (e QueryEdit) About(all []SavedQuery) string {
	switch at := queryNamed(all, e.Name); {
	case e.Kind == RenamingQuery:
		return e.Name + " to " + e.To
	case e.Kind == SavingQuery && at >= 0:
		return e.Name + " (was: " + all[at].Query + ")"
	}
	return e.Name
}

// Do is the saved queries in their order as they are after the edit. Case tells no names
// apart. It fails with [ErrNoQuery] when it is about one that is not there, and of a name
// that cannot be one with what is wrong with it.
func (e QueryEdit) Do(all []SavedQuery) ([]SavedQuery, error) {
	all = slices.Clone(all)
	at := queryNamed(all, e.Name)
	if at < 0 && e.Kind != SavingQuery {
		return nil, ErrNoQuery
	}
	switch e.Kind {
	case SavingQuery:
		if at >= 0 {
			all[at].Query = e.Query
			return all, nil
		}
		return append(all, SavedQuery{Name: e.Name, Query: e.Query}), checkQueryName(e.Name)
	case RenamingQuery:
		if taken := queryNamed(all, e.To); taken >= 0 && taken != at {
			return nil, fmt.Errorf("there is a query %s already", all[taken].Name)
		}
		all[at].Name = e.To
		return all, checkQueryName(e.To)
	case MovingQuery:
		one := all[at]
		all = slices.Delete(all, at, at+1)
		return slices.Insert(all, max(0, min(e.Place, len(all))), one), nil
	case RemovingQuery:
		return slices.Delete(all, at, at+1), nil
	}
	return all, nil
}

func queryNamed(all []SavedQuery, name string) int {
	return slices.IndexFunc(all, func(q SavedQuery) bool { return strings.EqualFold(q.Name, name) })
}

// checkQueryName says why a query cannot be called so.
func checkQueryName(name string) error {
	switch {
	case name == "" || name != CleanLine(name):
		return errors.New("a query needs a name, in one line")
	case utf8.RuneCountInString(name) > MostQueryName:
		return fmt.Errorf("the name of a query has at most %d characters", MostQueryName)
	}
	for _, s := range Shelves {
		if strings.EqualFold(s.String(), name) {
			return fmt.Errorf("%s is a shelf already: choose another name", s)
		}
	}
	return nil
}

// ValueCount is a value that a field of a query may have, and how many articles have it.
type ValueCount struct {
	Value    string
	Articles int
}
