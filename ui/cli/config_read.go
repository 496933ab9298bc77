package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"lede/articles/importer/disk"
	"lede/ui/config"
	"lede/ui/keys"
	"lede/ui/theme"
)

// configured is the settings of this run, read when they are needed first.
type configured struct {
	once sync.Once
	config.Config
	faults []config.Fault
	path   string // of the file; empty where there can be none
	there  bool   // there is such a file
	notice string // what is wrong in it, for the screens; empty for nothing
}

// variableConfig says where the file of settings is, as the option --config does.
const variableConfig = "LEDE_CONFIG"

// settings are those that count, without what the library remembers.
func (p *program) settings() *config.Config {
	c := &p.configured
	c.once.Do(func() {
		home, _ := os.UserHomeDir() // then ~ stays as it is
		from := config.Sources{Known: p.knownSettings(), LookupEnv: p.LookupEnv, Options: p.given, Home: home}
		path, named, err := p.settingsPath()
		var data []byte
		if err == nil {
			c.path, from.Path = path, path
			data, err = readSettings(path)
		}
		c.there = err == nil
		from.Data = data
		c.Config, c.faults = config.Resolve(from)
		if err == nil || named.Kind == config.Default && (c.path == "" || errors.Is(err, fs.ErrNotExist)) {
			return // a reader without a home has no file, and nobody needs one
		}
		c.faults = append([]config.Fault{unread(path, named, err)}, c.faults...)
	})
	return &c.Config
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

// settingsPath is where the file of settings is, or would be: where the option
// --config or $LEDE_CONFIG says, which named is then, or else in the folder for a
// user's settings on this system. $XDG_CONFIG_HOME is that folder on every one.
func (p *program) settingsPath() (path string, named config.Origin, err error) {
	if p.config != "" {
		return p.config, config.Origin{Kind: config.Option, Name: "--config"}, nil
	}
	if path := p.getenv(variableConfig); path != "" {
		return path, config.Origin{Kind: config.Environment, Name: variableConfig}, nil
	}
	folder, err := p.settingsFolder()
	if err != nil {
		return "", named, fmt.Errorf("find the file of settings: %w: set $LEDE_CONFIG or use --config", err)
	}
	return filepath.Join(folder, "config.toml"), named, nil
}

// settingsFolder is the folder of lede among the user's settings.
func (p *program) settingsFolder() (string, error) {
	folder := p.getenv("XDG_CONFIG_HOME")
	if !filepath.IsAbs(folder) { // the specification: a relative one is to be ignored
		var err error
		if folder, err = usualSettings(); err != nil {
			return "", err
		}
	}
	return filepath.Join(folder, "lede"), nil
}

func usualSettings() (string, error) {
	if runtime.GOOS == "darwin" || runtime.GOOS == "windows" {
		return os.UserConfigDir()
	}
	home, err := os.UserHomeDir()
	return filepath.Join(home, ".config"), err
}

// knownSettings is what the program knows of the values of settings.
func (p *program) knownSettings() config.Known {
	library, _ := p.usualLibrary() // what needs it says what is wrong
	return config.Known{
		Library: library,
		Themes:  theme.Names(),
		Theme:   p.knownTheme,
		Presets: keys.Presets[:],
		Keys:    keys.Check,
	}
}

// documented is knownSettings for what is the same on every machine.
func documented() config.Known {
	return config.Known{Library: usualLibraryText, Themes: theme.Names(), Presets: keys.Presets[:]}
}

// usualLibraryText is where the library is unless something else says it, for those
// who read about it elsewhere.
const usualLibraryText = "~/.local/share/lede/library.db"
