package cli_test

import (
	"crypto/sha256"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// serverKey is under what a script keeps its server.
type serverKey struct{}

type served struct {
	*httptest.Server
	mu    sync.Mutex
	asked map[string]int // by path
}

// asked PATH N: the server was asked for it so often.
func asked(ts *testscript.TestScript, _ bool, args []string) {
	s := ts.Value(serverKey{}).(*served)
	s.mu.Lock()
	defer s.mu.Unlock()
	if got := strconv.Itoa(s.asked[args[0]]); got != args[1] {
		ts.Fatalf("%s was asked for %s times", args[0], got)
	}
}

// reach PATH: waits until the server is asked for it.
func reach(ts *testscript.TestScript, _ bool, args []string) {
	s := ts.Value(serverKey{}).(*served)
	for range 1000 {
		s.mu.Lock()
		n := s.asked[args[0]]
		s.mu.Unlock()
		if n > 0 {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	ts.Fatalf("%s is not asked for", args[0])
}

// named FILE...: writes the address of the server into files, for $WEB.
func named(ts *testscript.TestScript, _ bool, files []string) {
	for _, file := range files {
		text := strings.ReplaceAll(ts.ReadFile(file), "$WEB", ts.Getenv("WEB"))
		ts.Check(os.WriteFile(ts.MkAbs(file), []byte(text), 0o600))
	}
}

// serve DIR: has a web server on loopback, at $WEB ($BARE without http://), serve the files of a folder,
// until the script ends or says ! serve. Beside them it has
//
//	/status/N       that status; with Retry-After for 429
//	/moved/PATH     a redirect to PATH for good, /found/PATH one for now
//	/latin1/PATH    PATH in ISO-8859-1, as the server alone says
//	/NAME.html?page=N  is NAMEN.html
//	/drip           an answer that never ends
//
// A file NAME.status has the status that NAME is answered with. What is asked
// for with its ETag is not modified, and the script's folder gets a file
// not-modified.
func serve(ts *testscript.TestScript, neg bool, args []string) {
	if neg {
		ts.Value(serverKey{}).(*served).Close()
		return
	}
	dir := ts.MkAbs(args[0])
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		name := path.Clean(r.URL.Path)
		if part := r.URL.Query().Get("page"); part != "" {
			name = strings.TrimSuffix(name, ".html") + part + ".html"
		}
		if status, err := os.ReadFile(dir + name + ".status"); err == nil {
			n, _ := strconv.Atoi(strings.TrimSpace(string(status)))
			w.Header().Set("Retry-After", "3600")
			w.WriteHeader(n)
			return
		}
		data, err := os.ReadFile(dir + name)
		if err != nil {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		tag := fmt.Sprintf(`"%x"`, sha256.Sum256(data))
		if r.Header.Get("If-None-Match") == tag {
			_ = os.WriteFile(dir+"/not-modified", []byte(name), 0o600) // the script misses it
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Header().Set("ETag", tag)
		types := map[string]string{".html": "text/html", ".md": "text/markdown", ".txt": "text/plain", ".pdf": "application/pdf", ".png": "image/png"}
		w.Header().Set("Content-Type", types[path.Ext(name)])
		_, _ = w.Write([]byte(strings.ReplaceAll(string(data), "$WEB", "http://"+r.Host)))
	})
	mux.HandleFunc("/status/{n}", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Retry-After", "30")
		n, _ := strconv.Atoi(r.PathValue("n"))
		w.WriteHeader(n)
	})
	for word, status := range map[string]int{"moved": 301, "found": 302} {
		mux.HandleFunc("/"+word+"/{to...}", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/"+r.PathValue("to"), status)
		})
	}
	mux.HandleFunc("/latin1/{file}", func(w http.ResponseWriter, r *http.Request) {
		data, _ := os.ReadFile(dir + "/" + r.PathValue("file"))
		w.Header().Set("Content-Type", "text/html; charset=ISO-8859-1")
		for _, c := range string(data) {
			_, _ = w.Write([]byte{byte(c)})
		}
	})
	mux.HandleFunc("/drip", func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			fmt.Fprint(w, "x")
			w.(http.Flusher).Flush()
			time.Sleep(10 * time.Millisecond)
		}
	})
	made := ts.Value(serverKey{}).(*served)
	made.asked = map[string]int{}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		made.mu.Lock()
		made.asked[r.URL.Path]++
		made.mu.Unlock()
		mux.ServeHTTP(w, r)
	}))
	ts.Defer(s.Close)
	made.Server = s
	ts.Setenv("WEB", s.URL)
	ts.Setenv("BARE", strings.TrimPrefix(s.URL, "http://"))
}
