package configure

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/articles/importer/disk"
	"lede/ui/cli/usage"
	"lede/ui/command"
	"lede/ui/config"
)

func (p *program) configInit() *cobra.Command {
	return &cobra.Command{
		Use:                   "init",
		Short:                 "Write the file of settings, with each as a comment",
		Long:                  `Write the file of settings. Each setting is in it as a comment, with its default and what it is for: take the # away to change it. A file that is there is never written over.`,
		Example:               "lede config init",
		Args:                  usage.OptionsOnly,
		ValidArgsFunction:     cobra.NoFileCompletions,
		DisableFlagsInUseLine: true,
		RunE: func(*cobra.Command, []string) error {
			path, err := p.writeSettings()
			if errors.Is(err, fs.ErrExist) {
				return fmt.Errorf("%s is there already: lede config edit opens it", articles.CleanLine(path))
			}
			if err == nil {
				_, err = fmt.Fprintf(p.Out, "wrote %s: lede config edit opens it\n", articles.CleanLine(path))
			}
			return err
		},
	}
}

// writeSettings writes the commented file, unless there is one.
func (p *program) writeSettings() (path string, err error) {
	path, _, err = p.Settings.File()
	if err != nil {
		return "", err
	}
	failed := func(err error) error {
		return fmt.Errorf("write %s: %w", articles.CleanLine(path), disk.Cause(err))
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return path, failed(err)
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return path, failed(err)
	}
	_, err = f.WriteString(p.sampleSettings())
	if err = errors.Join(err, f.Close()); err != nil {
		return path, failed(err)
	}
	return path, nil
}

// sampleSettings is the commented file, in which ~ is the reader's home.
func (p *program) sampleSettings() string {
	known := p.Settings.Known()
	if home, err := os.UserHomeDir(); err == nil {
		if below, ok := strings.CutPrefix(known.Library, home+string(filepath.Separator)); ok {
			known.Library = filepath.Join("~", below)
		}
	}
	return known.Sample()
}

func (p *program) configEdit() *cobra.Command {
	return &cobra.Command{
		Use:                   "edit",
		Short:                 "Edit the file of settings, and check it",
		Long:                  `Open the file of settings in your editor: $VISUAL, $EDITOR, or the one of the setting editor. Where there is no file, it is written first, as by lede config init. What is wrong in it then is told, as by lede config check.`,
		Example:               "lede config edit",
		Args:                  usage.OptionsOnly,
		ValidArgsFunction:     cobra.NoFileCompletions,
		DisableFlagsInUseLine: true,
		RunE:                  func(*cobra.Command, []string) error { return p.editSettings() },
	}
}

func (p *program) editSettings() error {
	path, err := p.writeSettings()
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	// An editor that knows how opens the file at its first fault.
	at := 0
	for _, fault := range p.Settings.Find().Faults {
		if fault.At.Kind == config.File {
			at = fault.At.Line
			break
		}
	}
	cmd, err := p.Editor(path, at)
	if err != nil {
		return err
	}
	_ = p.Out.Flush() // the last write reports what fails
	cmd.Stdin, cmd.Stdout, cmd.Stderr = p.Stdin, p.Stdout, p.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("editor %q failed: %w", articles.CleanLine(cmd.Path), command.Cause(err))
	}
	p.Settings.Forget()
	return p.checkSettings()
}
