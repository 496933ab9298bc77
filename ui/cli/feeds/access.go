package feeds

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"lede/articles"
	"lede/articles/importer/fetch"
	"lede/ui/cli/usage"
)

// accessFlags are the options that say what the server of a feed wants.
type accessFlags struct {
	headers                  []string
	agent, user, certificate string
}

func (a *accessFlags) define(f *pflag.FlagSet) {
	f.StringArrayVar(&a.headers, "header", nil, "send this header, as in 'Name: value'; may be given more than once")
	usage.NameValue(f, "header", "HEADER")
	f.StringVar(&a.agent, "user-agent", "", "ask under this name")
	usage.NameValue(f, "user-agent", "NAME")
	f.StringVar(&a.user, "user", "", "sign in as NAME:PASSWORD")
	usage.NameValue(f, "user", "NAME:PASSWORD")
	f.StringVar(&a.certificate, "certificate", "", "trust and use the certificates of a PEM file")
	usage.NameValue(f, "certificate", "FILE")
}

// apply changes what the options that were given say.
func (a *accessFlags) apply(cmd *cobra.Command, to *articles.Access) error {
	for _, h := range a.headers {
		if err := to.SetHeader(h); err != nil {
			return usage.Errorf(cmd, "--header: %v", err)
		}
	}
	given := cmd.Flags().Changed
	if given("user-agent") {
		to.Agent = articles.CleanLine(a.agent)
	}
	if given("user") {
		to.User, to.Password, _ = strings.Cut(a.user, ":")
	}
	if given("certificate") {
		to.Certificate = ""
		if a.certificate != "" {
			file, err := filepath.Abs(a.certificate)
			if err != nil {
				return err
			}
			if err := fetch.CheckCertificate(file); err != nil {
				return fmt.Errorf("--certificate: %w", err)
			}
			to.Certificate = file
		}
	}
	return nil
}
