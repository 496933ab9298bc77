// Package importer turns files and streams into articles.
package importer
