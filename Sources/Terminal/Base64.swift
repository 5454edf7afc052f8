/// The bytes as base64 text (RFC 4648, padded): how OSC 52 carries a clipboard.
package func base64(_ bytes: some Sequence<UInt8>) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  var text = ""
  var bits = 0
  var pending = 0
  for byte in bytes {
    pending = (pending << 8 | Int(byte)) & 0xFFFF
    bits += 8
    while bits >= 6 {
      bits -= 6
      text.append(alphabet[pending >> bits & 63])
    }
  }
  if bits > 0 { text.append(alphabet[pending << (6 - bits) & 63]) }
  return text + String(repeating: "=", count: (4 - text.count % 4) % 4)
}
