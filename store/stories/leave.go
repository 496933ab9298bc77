package stories

import (
	"cmp"
	"maps"
	"slices"
)

// Leave has the next one stand in the place of each article that goes: the first copy of
// its story or, of what was folded, the newest. What goes is a question for keys. A change,
// if it is one of a hand's, keeps where all of them stood.
func (w *Writer) Leave(going string, arg any, change int64) error {
	if change != 0 {
		err := w.exec(`INSERT OR IGNORE INTO changed_behind (change, key, behind, aside) SELECT ?2, key, behind, aside FROM article
			WHERE behind IS NOT NULL AND (behind IN (`+going+`) OR key IN (`+going+`))`, arg, change)
		if err != nil {
			return err
		}
	}
	stay, err := w.left(going, arg)
	if err != nil || len(stay) == 0 {
		return err
	}
	fronts, heirs := map[int64]article{}, map[int64]int64{}
	kids := map[int64][]int64{}
	var order []article
	for _, a := range stay {
		if kids[a.behind] == nil {
			front, err := w.read(a.behind)
			if err != nil {
				return err
			}
			fronts[front.key] = front
			order = append(order, front)
		}
		kids[a.behind] = append(kids[a.behind], a.key)
	}
	// What is in front of others comes before them.
	slices.SortStableFunc(order, func(a, b article) int { return cmp.Compare(a.aside, b.aside) })
	for _, front := range order {
		heir := kids[front.key][0]
		if err := w.inherit(going, arg, front, heir, heirs); err != nil {
			return err
		}
	}
	return w.Settle(`SELECT value FROM json_each(?1)`, encode(slices.Collect(maps.Values(heirs))), change)
}

// inherit has an heir stand where an article stood that goes, in front of what was behind
// that.
func (w *Writer) inherit(going string, arg any, front article, heir int64, heirs map[int64]int64) error {
	heirs[front.key] = heir
	behind, aside := any(nil), Front
	if front.aside != Front {
		behind, aside = front.behind, front.aside
		goes, err := w.keys(`SELECT key FROM article WHERE key IN (`+going+`) AND key = ?2`, arg, front.behind)
		if err != nil {
			return err
		}
		if next, ok := heirs[front.behind]; ok {
			behind = next
		} else if len(goes) > 0 {
			heirs[front.behind] = heir
			behind, aside = nil, Front
		}
	}
	if err := w.exec(`UPDATE article SET behind = ?2 WHERE behind = ?3 AND key <> ?2 AND key NOT IN (`+going+`)`, arg, heir, front.key); err != nil {
		return err
	}
	return w.exec(`UPDATE article SET behind = ?, aside = ? WHERE key = ?`, behind, aside, heir)
}

// left are the articles that stay and have stood behind one that goes, the heirs first.
func (w *Writer) left(going string, arg any) ([]article, error) {
	find, err := w.prepare(`SELECT key, behind FROM article WHERE behind IN (` + going + `) AND key NOT IN (` + going + `)
		ORDER BY behind, aside, dated DESC, key`)
	if err != nil {
		return nil, err
	}
	rows, err := find.QueryContext(w.ctx, arg)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	var all []article
	for rows.Next() {
		var a article
		if err := rows.Scan(&a.key, &a.behind); err != nil {
			return nil, err
		}
		all = append(all, a)
	}
	return all, rows.Err()
}

// now is the key that an article of a change has: another one if its own was taken
// meanwhile.
func now(key string) string {
	return `coalesce((SELECT article.key FROM changed JOIN article ON article.id = changed.article
		WHERE changed.change = ?1 AND changed.key = kept.` + key + `), kept.` + key + `)`
}

// Restore has the articles stand where they stood before a change.
func (w *Writer) Restore(change int64) error {
	kept := `(SELECT ` + now("key") + ` AS key, ` + now("behind") + ` AS behind, aside FROM changed_behind kept WHERE change = ?1) was`
	for _, query := range [...]string{
		`UPDATE article SET behind = NULL, aside = 0 WHERE aside = 1 AND key IN (SELECT behind FROM ` + kept + `)`,
		`UPDATE article SET behind = was.behind, aside = was.aside FROM ` + kept + ` WHERE article.key = was.key
			AND (was.behind IS NULL OR EXISTS (SELECT 1 FROM article WHERE key = was.behind))`,
		// What came to stand behind a copy meanwhile stands behind its story.
		`UPDATE article SET behind = front.behind FROM article front
			WHERE article.behind IS NOT NULL AND article.aside = 1 AND front.key = article.behind AND front.aside = 1
			AND EXISTS (SELECT 1 FROM changed_behind WHERE change = ?1)`,
	} {
		if err := w.exec(query, change); err != nil {
			return err
		}
	}
	return w.Settle(`SELECT key FROM changed_behind WHERE change = ?1 UNION SELECT key FROM changed WHERE change = ?1`, change, 0)
}
