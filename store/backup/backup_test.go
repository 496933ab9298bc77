package backup

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What is in the log only is in the copy. A disk that is full and a caller that leaves
// find nothing left behind, and the copy before is there.
func TestMake(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "library.db")
	db, err := sql.Open("sqlite", "file:"+filepath.ToSlash(path)+"?_pragma=journal_mode(WAL)")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(t.Context(), `CREATE TABLE a (b); INSERT INTO a VALUES (randomblob(100000))`); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	file := func(options string) func(string) string {
		return func(path string) string { return "file:" + filepath.ToSlash(path) + options }
	}
	if err := Make(t.Context(), db, path, 3, file("")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(Path(path, 3)); err != nil || info.Mode() != 0o600 && os.PathSeparator == '/' {
		t.Errorf("the copy is %v, %v", info, err)
	}
	copied, err := sql.Open("sqlite", Path(path, 3))
	if err != nil {
		t.Fatal(err)
	}
	defer copied.Close()
	var size int
	if err := copied.QueryRow(`SELECT length(b) FROM a`).Scan(&size); err != nil || size != 100000 {
		t.Errorf("the copy holds %d bytes, %v", size, err)
	}
	if err := Make(t.Context(), db, path, 4, file("?_pragma=max_page_count(5)")); err == nil || !strings.Contains(err.Error(), "full") {
		t.Errorf("on a full disk: %v", err)
	}
	stopped, stop := context.WithCancel(t.Context())
	err = Make(stopped, db, path, 4, func(path string) string {
		stop()
		return file("")(path)
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
	if all := All(path); len(all) != 1 || all[0] != Path(path, 3) {
		t.Errorf("copies %q", all)
	}
	if _, err := os.Stat(Path(path, 4) + ".part"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("half a copy is left: %v", err)
	}
}
