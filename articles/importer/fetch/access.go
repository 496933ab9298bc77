package fetch

import (
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/url"
	"os"

	"lede/articles"
)

// isHome reports whether u is of the server that was asked in the first place:
// no other is to know what it wants.
func (j *journey) isHome(u *url.URL) bool {
	return u.Scheme == j.asked.Scheme && u.Host == j.asked.Host
}

// admit puts into a request what its server wants.
func (j *journey) admit(r *http.Request) {
	a := &j.request.Access
	for _, h := range a.Headers {
		r.Header.Set(h.Name, h.Value)
	}
	if a.Agent != "" {
		r.Header.Set("User-Agent", a.Agent)
	}
	if a.User != "" || a.Password != "" {
		r.SetBasicAuth(a.User, a.Password)
	}
}

// certifiedBy says which road has which certificate.
type certifiedBy struct {
	road *http.Transport
	file string
}

// certify is a road that trusts whom a PEM file names, besides those whom this
// computer trusts, and that shows the certificate of which the file has the key.
func (c *Client) certify(road *http.Transport, file string) (*http.Transport, error) {
	key := certifiedBy{road, file}
	if t, ok := c.certified.Load(key); ok {
		return t.(*http.Transport), nil
	}
	config, err := certified(file)
	if err != nil {
		return nil, err
	}
	t := road.Clone()
	t.TLSClientConfig = config
	kept, _ := c.certified.LoadOrStore(key, t)
	return kept.(*http.Transport), nil
}

// CheckCertificate says what is wrong with a PEM file that is to be used for
// [articles.Access].
func CheckCertificate(file string) error {
	_, err := certified(file)
	return err
}

// certified is what a PEM file makes of the encryption.
func certified(file string) (*tls.Config, error) {
	data, err := os.ReadFile(file)
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		err = path.Err
	}
	if err != nil {
		return nil, &certificateError{file, err}
	}
	trusted, err := x509.SystemCertPool()
	if err != nil {
		trusted = x509.NewCertPool()
	}
	config := &tls.Config{RootCAs: trusted, MinVersion: tls.VersionTLS12}
	some := trusted.AppendCertsFromPEM(data)
	if hasKey(data) {
		own, err := tls.X509KeyPair(data, data)
		if err != nil {
			return nil, &certificateError{file, err}
		}
		config.Certificates, some = []tls.Certificate{own}, true
	}
	if !some {
		return nil, &certificateError{file, errors.New("no certificate is in it; lede reads PEM files")}
	}
	return config, nil
}

func hasKey(data []byte) bool {
	for {
		var b *pem.Block
		if b, data = pem.Decode(data); b == nil {
			return false
		}
		if len(b.Type) >= 11 && b.Type[len(b.Type)-11:] == "PRIVATE KEY" {
			return true
		}
	}
}

// certificateError is a file of a certificate that cannot be used.
type certificateError struct {
	file string
	err  error
}

func (e *certificateError) Error() string {
	return fmt.Sprintf("certificate %s cannot be read: %v", articles.CleanLine(e.file), e.err)
}

func (e *certificateError) Unwrap() error { return e.err }
