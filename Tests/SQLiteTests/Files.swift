import Glibc

func removeFile(_ path: String) { _ = unsafe unlink(path) }

func writeFile(_ path: String, _ text: String) {
  let file = unsafe fopen(path, "w")
  // Because the stream was opened above and is closed here.
  if let file = unsafe file {
    unsafe fputs(text, file)
    unsafe fclose(file)
  }
}
