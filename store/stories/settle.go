package stories

// rank is how much an article is to be seen: what is unread before what is read, and that
// before what is archived.
func rank(table string) string {
	return `CASE ` + table + `.stage WHEN 0 THEN 0 WHEN 3 THEN 2 ELSE 1 END`
}

// Settle keeps in sight what is folded, after the state of some articles is another one: what
// is begun leaves a fold, and nothing that is unread stands behind what is read, or what is
// read behind what is archived. Those is a question for their keys.
func (w *Writer) Settle(those string, arg any, change int64) error {
	// The plus has SQLite look at those alone, and not at all that have a row.
	leaving, err := w.keys(`SELECT key FROM article WHERE +aside = 2 AND +stage = 1 AND key IN (`+those+`)`, arg)
	if err != nil {
		return err
	}
	if len(leaving) > 0 {
		if err := w.move(leaving, nil, Front, change); err != nil {
			return err
		}
	}
	fronts, err := w.keys(`SELECT key FROM article front WHERE +aside = 0 AND +stage <> 0
		AND key IN (`+those+` UNION SELECT behind FROM article WHERE +aside = 2 AND key IN (`+those+`))
		AND EXISTS (SELECT 1 FROM article kid WHERE kid.behind = front.key AND kid.aside = 2 AND `+rank("kid")+` < `+rank("front")+`)`, arg)
	if err != nil {
		return err
	}
	for _, front := range fronts {
		first, err := w.keys(`SELECT key FROM article kid WHERE behind = ? AND aside = 2 ORDER BY `+rank("kid")+`, dated DESC, key DESC LIMIT 1`, front)
		if err == nil {
			err = w.pass(front, first, change)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// pass has all that is folded behind an article stand behind the first of it. What is not
// changed is not set: thousands are many times faster in one index than in all.
func (w *Writer) pass(front int64, first []int64, change int64) error {
	if change != 0 {
		if err := w.exec(`INSERT OR IGNORE INTO changed_behind (change, key, behind, aside)
			SELECT ?2, key, behind, aside FROM article WHERE behind = ?1 AND aside = 2`, front, change); err != nil {
			return err
		}
	}
	if err := w.move(first, nil, Front, change); err != nil {
		return err
	}
	return w.exec(`UPDATE article SET behind = ?2 WHERE behind = ?1 AND aside = 2`, front, first[0])
}
