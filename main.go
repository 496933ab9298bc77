// lede is a terminal reader for articles.
package main

import (
	"context"
	"os"

	"lede/ui/cli"
)

func main() {
	os.Exit(cli.Run(context.Background(), cli.Env{
		Args:      os.Args[1:],
		Stdin:     os.Stdin,
		Stdout:    os.Stdout,
		Stderr:    os.Stderr,
		LookupEnv: os.LookupEnv,
	}))
}
