package stories

import "slices"

// together is how long after one article another one was added with it, in milliseconds:
// a large file takes some seconds to be read.
const together = 10_000

// Cut gives rows of their own to what is folded behind an article, or what an article is
// folded with, and returns their keys; none when nothing is.
func (w *Writer) Cut(key, change int64) ([]int64, error) {
	const those = ` FROM article WHERE aside = 2 AND behind = (SELECT CASE aside WHEN 2 THEN behind ELSE key END FROM article WHERE key = ?)`
	keys, err := w.keys(`SELECT key`+those, key)
	if err != nil || len(keys) == 0 {
		return nil, err
	}
	return keys, w.move(keys, nil, Front, change)
}

// Fold has all that came with an article stand behind the newest of it that is unread or,
// where nothing is, the newest, and returns the keys of what stands there; none when nothing
// came with it. What is begun keeps its row: nobody is to lose sight of it.
func (w *Writer) Fold(key, change int64) ([]int64, error) {
	came, err := w.cameWith(key)
	if err != nil || len(came) == 0 {
		return nil, err
	}
	came, err = w.keys(`SELECT key FROM article WHERE key IN (SELECT value FROM json_each(?1)) AND aside = 0 AND stage <> 1
		AND archived = (SELECT archived FROM article WHERE key = ?2) ORDER BY stage = 0 DESC, dated DESC, key DESC`, encode(came), key)
	if err != nil || len(came) < 2 {
		return nil, err
	}
	behind := came[1:]
	with, err := w.keys(`SELECT key FROM article WHERE aside = 2 AND behind IN (SELECT value FROM json_each(?))`, encode(behind))
	if err != nil {
		return nil, err
	}
	behind = append(behind, with...)
	return behind, w.move(behind, came[0], Folded, change)
}

// move has articles stand behind another one, or nowhere; a change, if it is one of a
// hand's, keeps where they stood before it.
func (w *Writer) move(keys []int64, behind any, aside int, change int64) error {
	list := encode(keys)
	const those = ` WHERE key IN (SELECT value FROM json_each(?1))`
	if change != 0 {
		err := w.exec(`INSERT OR IGNORE INTO changed_behind (change, key, behind, aside) SELECT ?2, key, behind, aside FROM article`+those, list, change)
		if err != nil {
			return err
		}
	}
	return w.exec(`UPDATE article SET behind = ?2, aside = ?3`+those, list, behind, aside)
}

// cameWith are the articles that came in by one go with one, itself too. What a feed lists
// came with what else it lists, and anything else with what no feed lists. What comes with
// the program came with nothing of the reader's.
func (w *Writer) cameWith(key int64) ([]int64, error) {
	came, err := w.keys(`SELECT key FROM article WHERE came = (SELECT came FROM article WHERE key = ?)`, key)
	if err == nil && len(came) == 0 {
		came, err = w.addedAbout(key)
	}
	if err != nil {
		return nil, err
	}
	feeds, err := w.keys(`SELECT feed FROM entry WHERE article = ?`, key)
	if err != nil {
		return nil, err
	}
	where := `NOT IN (SELECT article FROM entry WHERE article IS NOT NULL)`
	if len(feeds) > 0 {
		where = `IN (SELECT article FROM entry WHERE feed IN (SELECT value FROM json_each(?2)))`
	}
	slices.Sort(came)
	const ours = `(SELECT origin LIKE 'welcome:%' FROM body WHERE body.key = `
	return w.keys(`SELECT value FROM json_each(?1) WHERE ?2 IS NOT NULL AND `+ours+`value) = `+ours+`?3) AND value `+where,
		encode(slices.Compact(came)), encode(feeds), key)
}

// addedAbout are the articles that were added each within some seconds after the one before:
// of what came before the library kept by which go, no more is known.
func (w *Writer) addedAbout(key int64) ([]int64, error) {
	var all []int64
	for _, query := range [...]string{
		`SELECT key, added, came IS NULL FROM article WHERE key >= ? ORDER BY key`,
		`SELECT key, added, came IS NULL FROM article WHERE key <= ? ORDER BY key DESC`,
	} {
		run, err := w.run(query, key)
		if err != nil {
			return nil, err
		}
		all = append(all, run...)
	}
	return all, nil
}

// run are the keys of a question until one was added long before, or after, the one
// before it, or by a go that is known.
func (w *Writer) run(query string, key int64) (keys []int64, err error) {
	find, err := w.prepare(query)
	if err != nil {
		return nil, err
	}
	rows, err := find.QueryContext(w.ctx, key)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	for last := int64(0); rows.Next(); {
		var key, added int64
		var unknown bool
		if err := rows.Scan(&key, &added, &unknown); err != nil {
			return nil, err
		}
		if gap := max(added-last, last-added); !unknown || len(keys) > 0 && gap > together {
			break
		}
		keys, last = append(keys, key), added
	}
	return keys, rows.Err()
}
