// Package settings is the settings of one run of the command line: what its options,
// the environment and the file say, which options set them, and where the files of
// lede stand on this system.
package settings

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"sync"

	"lede/articles/importer/disk"
	"lede/ui/config"
)

// Settings are those of one run, read when they are needed first.
type Settings struct {
	lookupEnv func(string) (string, bool)
	file      string              // option --config
	given     map[string][]string // what options set, by the name of the setting
	once      *sync.Once
	found     Found
}

// Found is what was found out about settings.
type Found struct {
	config.Config // those that count, without what the library remembers
	Faults        []config.Fault
	Path          string // of the file; empty where there can be none
	There         bool   // there is such a file
}

// New are the settings of a run in an environment.
func New(lookupEnv func(string) (string, bool)) *Settings {
	return &Settings{lookupEnv: lookupEnv, once: new(sync.Once)}
}

// Config is the settings that count, without what the library remembers.
func (s *Settings) Config() *config.Config { return &s.Find().Config }

// Find reads the settings, once.
func (s *Settings) Find() *Found {
	s.once.Do(func() { s.found = s.read(s.Known()) })
	return &s.found
}

// Forget has them read again.
func (s *Settings) Forget() { s.once = new(sync.Once) }

func (s *Settings) read(known config.Known) (f Found) {
	home, _ := os.UserHomeDir() // then ~ stays as it is
	from := config.Sources{Known: known, LookupEnv: s.lookupEnv, Options: s.given, Home: home}
	path, named, err := s.File()
	var data []byte
	if err == nil {
		f.Path, from.Path = path, path
		data, err = readSettings(path)
	}
	f.There = err == nil
	from.Data = data
	f.Config, f.Faults = config.Resolve(from)
	if err == nil || named.Kind == config.Default && (f.Path == "" || errors.Is(err, fs.ErrNotExist)) {
		return f // a reader without a home has no file, and nobody needs one
	}
	f.Faults = append([]config.Fault{unread(path, named, err)}, f.Faults...)
	return f
}

// unread is the fault of a file that cannot be read.
func unread(path string, named config.Origin, err error) config.Fault {
	if named.Kind != config.Default && errors.Is(err, fs.ErrNotExist) {
		return config.Fault{At: named, Text: fmt.Sprintf("%s %q: there is no such file: lede config init writes it", named, path)}
	}
	return config.Fault{At: config.Origin{Kind: config.File, Name: path}, Text: disk.Cause(err).Error()}
}

// mostSettings is how large a file of settings may be, in bytes.
const mostSettings = 1 << 20

func readSettings(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it was read
	data, err := io.ReadAll(io.LimitReader(f, mostSettings+1))
	if err == nil && len(data) > mostSettings {
		return nil, errors.New("larger than a megabyte: that is no file of settings")
	}
	return data, err
}
