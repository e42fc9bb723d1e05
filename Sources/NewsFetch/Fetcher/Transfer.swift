internal import CCurl
internal import NewsFiles
internal import NewsModel

/// One exchange of libcurl's: what is sent, and what has come of the response.
///
/// A class, because libcurl hands its address back to the callbacks.
final class Transfer: Sendable {
  private struct Arrival: Sendable {
    var status = 0
    var fields = HTTPFields()
    var bytes: [UInt8] = []
    var count = 0
    var file: ScratchFile?
    var places: [ScratchFile.Place] = []
    var headerBytes = 0
    var failure: FetchFailure?
  }

  private let request: FetchRequest
  private let options: LibcurlFetcher.Options
  private let arrival = LockedValue(Arrival())
  let outcome = Promise<Result<FetchResponse, FetchFailure>>()

  /// Bodies beyond this go to a file.
  private static let inMemory = 1 << 20
  private static let headerLimit = 256 << 10

  init(_ request: FetchRequest, _ options: LibcurlFetcher.Options) {
    self.request = request
    self.options = options
  }

  /// Begins the exchange; false, with an outcome, where it cannot be begun.
  func add(to pool: OpaquePointer) -> Bool {
    let lines = request.fields.all.map { field in
      field.value.isEmpty ? field.name + ";" : field.name + ": " + field.value
    }
    let isAdded = CStrings.with([lines, options.resolved]) { lists in
      CStrings.with(
        request.address, options.userAgent, options.cookieFile,
        request.usesCredentials ? options.credentialsFile : nil, options.certificates
      ) { texts in
        var raw = CCurl.curl_request()
        raw.url = texts[0]
        raw.user_agent = texts[1]
        raw.cookie_file = texts[2]
        raw.netrc_file = texts[3]
        raw.certificates = texts[4]
        raw.headers = lists[0]
        raw.resolve = lists[1]
        raw.connect_milliseconds = Self.milliseconds(request.connectSeconds)
        raw.stall_seconds = max(1, Self.milliseconds(request.stallSeconds) / 1000)
        raw.total_milliseconds = Self.milliseconds(request.totalSeconds)
        raw.refuses_private = request.refusesPrivateHosts
        raw.proxy_port = Int32(clamping: options.proxyPort)
        raw.owner = Unmanaged.passUnretained(self).toOpaque()
        raw.on_header = { owner, line, count in
          Transfer.of(owner)?.take(header: UnsafeRawBufferPointer(start: line, count: count))
            ?? false
        }
        raw.on_body = { owner, bytes, count in
          Transfer.of(owner)?.take(body: UnsafeRawBufferPointer(start: bytes, count: count))
            ?? false
        }
        return curl_pool_add(pool, &raw) != nil
      }
    }
    if !isAdded { outcome.keep(.failure(failure(.badAddress, "is no address that can be asked"))) }
    return isAdded
  }

  private static func of(_ owner: UnsafeMutableRawPointer?) -> Transfer? {
    owner.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func milliseconds(_ seconds: Double) -> Int {
    Int((min(max(seconds, 0.001), 1_000_000) * 1000).rounded())
  }

  private func failure(_ code: FetchFailure.Code, _ reason: String) -> FetchFailure {
    FetchFailure(code, reason, address: request.address)
  }

  private func tooLarge(_ limit: Int) -> FetchFailure {
    failure(.tooLarge, "is larger than \(Self.megabytes(limit)); --max-size MB allows more")
  }

  /// How many bytes a body of some type may have.
  private func limit(for fields: HTTPFields) -> Int {
    let type = fields["Content-Type"]?.lowercased() ?? ""
    let isList =
      type.contains("xml") && !type.contains("xhtml") && !type.contains("svg")
      || type.contains("json")
    return isList ? max(request.listByteLimit, request.byteLimit) : request.byteLimit
  }

  private static func megabytes(_ count: Int) -> String {
    count >= 1 << 20 ? "\(count >> 20) MB" : "\(count) bytes"
  }

  // MARK: - What comes

  private func take(header line: UnsafeRawBufferPointer) -> Bool {
    arrival.withLock { arrival in
      arrival.headerBytes += line.count
      if arrival.headerBytes > Self.headerLimit {
        arrival.failure = failure(.failed, "answers with a header that never ends")
        return false
      }
      var bytes = line[...]
      while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
      let text = String(decoding: bytes, as: UTF8.self)
      if text.hasPrefix("HTTP/") {
        // The header of an interim response is none of this one.
        arrival.fields = HTTPFields()
      } else if let field = HTTPFields.field(text) {
        arrival.fields.add(field.name, field.value)
      } else if text.isEmpty, arrival.fields["Content-Encoding"] == nil,
        let count = arrival.fields["Content-Length"].flatMap({ Int($0) }),
        count > limit(for: arrival.fields)
      {
        arrival.failure = tooLarge(limit(for: arrival.fields))
        return false
      }
      return true
    }
  }

  private func take(body bytes: UnsafeRawBufferPointer) -> Bool {
    arrival.withLock { arrival in
      arrival.count += bytes.count
      if arrival.count > request.byteLimit, arrival.count > limit(for: arrival.fields) {
        arrival.failure = tooLarge(limit(for: arrival.fields))
        return false
      }
      arrival.bytes.append(contentsOf: bytes)
      if arrival.bytes.count <= Self.inMemory { return true }
      do throws(ConversionError) {
        try Self.putAside(&arrival)
        return true
      } catch {
        arrival.failure = failure(.failed, "cannot be kept: \(error.message)")
        return false
      }
    }
  }

  private static func putAside(_ arrival: inout Arrival) throws(ConversionError) {
    let file = if let file = arrival.file { file } else { try ScratchFile() }
    arrival.file = file
    arrival.places.append(try file.append(arrival.bytes))
    arrival.bytes.removeAll(keepingCapacity: true)
  }

  // MARK: - The end

  func end(_ exchange: OpaquePointer) {
    let status = curl_exchange_status(exchange)
    let words = String(cString: curl_exchange_message(exchange))
    outcome.keep(ended(curl_exchange_ending(exchange), status, words))
  }

  private func ended(
    _ ending: curl_ending, _ status: Int, _ words: String
  ) -> Result<FetchResponse, FetchFailure> {
    arrival.withLock { arrival in
      if let failure = arrival.failure { return .failure(failure) }
      var cut: String?
      switch ending {
      case curl_ended_well: break
      case curl_bad_address: return .failure(failure(.badAddress, "is no address: \(words)"))
      case curl_unresolved:
        return .failure(failure(.unresolved, "cannot be reached: there is no host of that name"))
      case curl_unreachable:
        return .failure(failure(.unreachable, "cannot be reached: \(words)"))
      case curl_private:
        return .failure(
          failure(
            .privateHost,
            "is on a machine of a private network, which you did not name; "
              + "name its host or give --trust"))
      case curl_untrusted:
        return .failure(
          failure(.untrusted, "is not trusted: \(words)"))
      case curl_timed_out where arrival.count == 0:
        return .failure(failure(.timedOut, "did not answer in time; --timeout allows more"))
      case curl_timed_out: cut = "it stopped coming"
      case curl_cut_off where arrival.count == 0:
        return .failure(failure(.cutOff, "closed the connection without an answer: \(words)"))
      case curl_cut_off: cut = words
      case curl_damaged where arrival.count == 0:
        return .failure(failure(.failed, "is damaged and cannot be decompressed"))
      case curl_damaged: cut = "the rest is damaged and cannot be decompressed"
      default: return .failure(failure(.failed, "cannot be fetched: \(words)"))
      }
      var body = FetchedBody(arrival.bytes)
      if arrival.file != nil {
        do throws(ConversionError) {
          if !arrival.bytes.isEmpty { try Self.putAside(&arrival) }
        } catch {
          return .failure(failure(.failed, "cannot be kept: \(error.message)"))
        }
        if let file = arrival.file { body = FetchedBody(file, arrival.places) }
      }
      var response = FetchResponse(status: status, fields: arrival.fields, body: body)
      response.cut = cut
      return .success(response)
    }
  }
}
