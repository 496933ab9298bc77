package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// Engine runs PDFium, a program for WebAssembly in which a damaged or hostile
// file finds no files, no network and a bounded memory. It is started by the
// first document and serves many, from several goroutines. The zero value is
// ready for use; Close ends it.
type Engine struct {
	// Compiles is called before PDFium is compiled, which takes some seconds the
	// first time; nil for nobody.
	Compiles func()

	mu     sync.Mutex
	users  sync.WaitGroup // documents that are being read
	closed bool
	pool   pdfium.Pool
	cache  wazero.CompilationCache
	cancel context.CancelFunc

	interpreted bool // it starts in a second, and takes fifty times as long
}

// mostMemory is what a document may take, in pages of 64 KB: 1 GB.
const mostMemory = 16 << 10

// start compiles PDFium, which takes some seconds of a processor; where the
// user's cache can be written it is done once, and then found there.
// Who called it calls e.users.Done.
func (e *Engine) start() (pdfium.Pool, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.closed {
		return nil, errors.New("the reader of PDF is closed")
	}
	if e.pool != nil {
		e.users.Add(1)
		return e.pool, nil
	}
	if e.Compiles != nil && !e.interpreted && !isCompiled() {
		e.Compiles()
	}
	config := wazero.NewRuntimeConfig()
	if e.interpreted {
		config = wazero.NewRuntimeConfigInterpreter()
	}
	config = config.WithMemoryLimitPages(mostMemory).WithCloseOnContextDone(true).
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling)
	if e.cache = openCache(); e.cache != nil {
		config = config.WithCompilationCache(e.cache)
	}
	ctx, cancel := context.WithCancel(experimental.WithCompilationWorkers(context.Background(), runtime.GOMAXPROCS(0)))
	pool, err := webassembly.Init(webassembly.Config{
		Context: ctx, MaxTotal: runtime.GOMAXPROCS(0), RuntimeConfig: config,
		FSConfig: wazero.NewFSConfig(), Stdout: io.Discard, Stderr: io.Discard,
	})
	if err != nil {
		cancel()
		return nil, fmt.Errorf("start the reader of PDF: %w", err)
	}
	e.pool, e.cancel = pool, cancel
	e.users.Add(1)
	return pool, nil
}

// openCache is where compiled programs are kept; nil when that cannot be written.
func openCache() wazero.CompilationCache {
	dir, err := cacheDir()
	if err != nil {
		return nil
	}
	cache, err := wazero.NewCompilationCacheWithDir(dir)
	if err != nil {
		return nil
	}
	return cache
}

func cacheDir() (string, error) {
	dir, err := os.UserCacheDir()
	return filepath.Join(dir, "lede", "pdf"), err
}

// isCompiled reports whether a compiled program is kept, of this version or of
// another: who has seen it once knows what it waits for.
func isCompiled() bool {
	dir, err := cacheDir()
	if err != nil {
		return false
	}
	kept, _ := filepath.Glob(filepath.Join(dir, "*", "*")) // the pattern is well-formed
	return len(kept) > 0
}

// Close ends what is being read and frees what the engine has taken.
func (e *Engine) Close() error {
	e.mu.Lock()
	pool := e.pool
	e.closed, e.pool = true, nil
	e.mu.Unlock()
	if pool == nil {
		return nil
	}
	e.cancel()
	e.users.Wait() // its memory may go only when nobody is in it
	err := pool.Close()
	if e.cache != nil {
		err = errors.Join(err, e.cache.Close(context.Background()))
	}
	return err
}
