package epub

import (
	"errors"
	"strings"
)

// container is the file that says where the package document is.
const container = "META-INF/container.xml"

// manifest finds and reads the package document.
func (a *archive) manifest() (*manifest, error) {
	at := ""
	if data, err := a.read(container, mostXML); err == nil {
		walk(decode(data), func(e *element) {
			if e.name == "rootfile" && at == "" && (e.attr["media-type"] == "" || strings.Contains(e.attr["media-type"], "oebps-package")) {
				at = resolve("", e.attr["full-path"])
			}
		}, func(*element) {})
	}
	if a.find(at) == nil {
		at = a.packageName()
	}
	if at == "" {
		return nil, errors.New("it has no package document: it is no book, or not all of one")
	}
	data, err := a.read(at, mostXML)
	if err != nil {
		return nil, errors.New("its package document cannot be read: download it again")
	}
	m := parsePackage(at, decode(data))
	if len(m.spine) == 0 {
		return nil, errors.New("its package document lists no text")
	}
	return m, nil
}

// packageName is the only, or the first, package document of an archive that
// does not say which it is.
func (a *archive) packageName() string {
	first := ""
	for name := range a.files {
		if strings.HasSuffix(strings.ToLower(name), ".opf") && (first == "" || name < first) {
			first = name
		}
	}
	return first
}

// protected reports whether one of the documents is encrypted. Fonts that are
// only obfuscated are no protection.
func (r *reader) protected(documents []string) bool {
	data, err := r.read("META-INF/encryption.xml", mostXML)
	if err != nil {
		return false
	}
	named := make(map[string]bool, len(documents))
	for _, d := range documents {
		named[strings.ToLower(d)] = true
	}
	locked, algorithm := false, ""
	walk(decode(data), func(e *element) {
		switch e.name {
		case "EncryptedData":
			algorithm = ""
		case "EncryptionMethod":
			algorithm = e.attr["Algorithm"]
		case "CipherReference":
			name := strings.ToLower(resolve("", e.attr["URI"]))
			locked = locked || named[name] && !obfuscation(algorithm)
		}
	}, func(*element) {})
	return locked
}

func obfuscation(algorithm string) bool {
	return algorithm == "http://www.idpf.org/2008/embedding" || algorithm == "http://ns.adobe.com/pdf/enc#RC"
}
