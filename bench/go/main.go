// Serves one document over HTTP in the two ways that the benchmark compares ours with: `static` hands out its bytes
// from memory, `copy` copies the document deeply and encodes it anew for every request, as is done where a handler
// must strip members that clients may not see.
package main

import (
	"encoding/json"
	"flag"
	"log"
	"net/http"
	"os"
	"strconv"
)

const path = "/llm-models.json"

func main() {
	address := flag.String("address", "127.0.0.1:0", "where to listen")
	file := flag.String("file", "", "the document")
	etag := flag.String("etag", "", "its entity tag")
	way := flag.String("way", "static", "static or copy")
	flag.Parse()
	body, err := os.ReadFile(*file)
	if err != nil {
		log.Fatal(err)
	}
	handler := static(body, *etag)
	if *way == "copy" {
		if handler, err = copying(body); err != nil {
			log.Fatal(err)
		}
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+path, handler)
	log.Fatal(http.ListenAndServe(*address, mux))
}

func static(body []byte, etag string) http.HandlerFunc {
	length := strconv.Itoa(len(body))
	return func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		header.Set("Content-Type", "application/json")
		header.Set("Cache-Control", "public, max-age=300")
		header.Set("Vary", "Accept-Encoding")
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("ETag", etag)
		if r.Header.Get("If-None-Match") == etag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		header.Set("Content-Length", length)
		w.Write(body)
	}
}

func copying(body []byte) (http.HandlerFunc, error) {
	var original document
	if err := json.Unmarshal(body, &original); err != nil {
		return nil, err
	}
	return func(w http.ResponseWriter, r *http.Request) {
		encoded, err := copiedAndEncoded(&original)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Content-Length", strconv.Itoa(len(encoded)))
		w.Write(encoded)
	}, nil
}

func copiedAndEncoded(original *document) ([]byte, error) {
	text, err := json.Marshal(original)
	if err != nil {
		return nil, err
	}
	var copied document
	if err := json.Unmarshal(text, &copied); err != nil {
		return nil, err
	}
	return json.MarshalIndent(&copied, "", "  ")
}
