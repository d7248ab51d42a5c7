using System.Net;
using Discord.Net.Rest;

namespace StoryBot.Sockets.Discord;

/// <summary>
/// The SDK's REST client, but for one thing: a 502 is told as a 503. The SDK repeats a 502 without a pause until its time is up,
/// and the setting against it does not reach the gateway's client.
/// </summary>
internal sealed class CalmRestClient(IRestClient inner) : IRestClient
{
    /// <inheritdoc/>
    public void SetHeader(string key, string value) => inner.SetHeader(key, value);

    /// <inheritdoc/>
    public void SetCancelToken(CancellationToken cancelToken) => inner.SetCancelToken(cancelToken);

    /// <inheritdoc/>
    public async Task<RestResponse> SendAsync(
        string method, string endpoint, CancellationToken cancelToken, bool headerOnly = false, string? reason = null, IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null) =>
        Calm(await inner.SendAsync(method, endpoint, cancelToken, headerOnly, reason, requestHeaders));

    /// <inheritdoc/>
    public async Task<RestResponse> SendAsync(
        string method, string endpoint, string json, CancellationToken cancelToken, bool headerOnly = false, string? reason = null, IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null) =>
        Calm(await inner.SendAsync(method, endpoint, json, cancelToken, headerOnly, reason, requestHeaders));

    /// <inheritdoc/>
    public async Task<RestResponse> SendAsync(
        string method, string endpoint, IReadOnlyDictionary<string, object> multipartParams, CancellationToken cancelToken, bool headerOnly = false, string? reason = null, IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null) =>
        Calm(await inner.SendAsync(method, endpoint, multipartParams, cancelToken, headerOnly, reason, requestHeaders));

    /// <inheritdoc/>
    public void Dispose() => inner.Dispose();

    private static RestResponse Calm(RestResponse response) => response.StatusCode == HttpStatusCode.BadGateway
        ? new RestResponse(HttpStatusCode.ServiceUnavailable, response.Headers, response.Stream)
        : response;
}
