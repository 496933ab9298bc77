package settings

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"lede/ui/config"
)

// variableConfig says where the file of settings is, as the option --config does.
const variableConfig = "LEDE_CONFIG"

// File is where the file of settings is, or would be: where the option
// --config or $LEDE_CONFIG says, which named is then, or else in the folder for a
// user's settings on this system. $XDG_CONFIG_HOME is that folder on every one.
func (s *Settings) File() (path string, named config.Origin, err error) {
	if s.file != "" {
		return s.file, config.Origin{Kind: config.Option, Name: "--config"}, nil
	}
	if path := s.getenv(variableConfig); path != "" {
		return path, config.Origin{Kind: config.Environment, Name: variableConfig}, nil
	}
	folder, err := s.folder()
	if err != nil {
		return "", named, fmt.Errorf("find the file of settings: %w: set $LEDE_CONFIG or use --config", err)
	}
	return filepath.Join(folder, "config.toml"), named, nil
}

// folder is the folder of lede among the user's settings.
func (s *Settings) folder() (string, error) {
	folder := s.getenv("XDG_CONFIG_HOME")
	if !filepath.IsAbs(folder) { // the specification: a relative one is to be ignored
		var err error
		if folder, err = usualFolder(); err != nil {
			return "", err
		}
	}
	return filepath.Join(folder, "lede"), nil
}

func usualFolder() (string, error) {
	if runtime.GOOS == "darwin" || runtime.GOOS == "windows" {
		return os.UserConfigDir()
	}
	home, err := os.UserHomeDir()
	return filepath.Join(home, ".config"), err
}

// ThemeFolder is where the reader's own themes stand: beside the settings. Empty when
// the system says of no such place.
func (s *Settings) ThemeFolder() string {
	folder, err := s.folder()
	if err != nil {
		return ""
	}
	return filepath.Join(folder, "themes")
}

// Library is where the library stands: as the settings say.
func (s *Settings) Library() (string, error) {
	if path := s.Config().Library; path != "" {
		return path, nil
	}
	return s.usualLibrary()
}

// usualLibrary is the place for a user's data on this system (XDG Base Directory
// Specification, and what stands for it on Windows and macOS).
func (s *Settings) usualLibrary() (string, error) {
	data := s.getenv("XDG_DATA_HOME")
	if !filepath.IsAbs(data) { // the specification: a relative one is to be ignored
		home, err := os.UserHomeDir()
		if err != nil {
			return "", fmt.Errorf("find the library: %w: set $LEDE_LIBRARY or use --library", err)
		}
		switch runtime.GOOS {
		case "darwin":
			data = filepath.Join(home, "Library", "Application Support")
		case "windows":
			if data = s.getenv("LOCALAPPDATA"); data == "" {
				data = filepath.Join(home, "AppData", "Local")
			}
		default:
			data = filepath.Join(home, ".local", "share")
		}
	}
	return filepath.Join(data, "lede", "library.db"), nil
}

// getenv is the value of a variable, empty when it is not set.
func (s *Settings) getenv(name string) string {
	value, _ := s.lookupEnv(name)
	return value
}
