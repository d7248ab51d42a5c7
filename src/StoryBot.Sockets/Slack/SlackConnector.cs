using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using SlackNet;

namespace StoryBot.Sockets.Slack;

/// <summary>Asks Slack for the address of a socket, through SlackNet's client of the Web API.</summary>
internal sealed class SlackConnector
{
    /// <summary>The name of the HTTP client.</summary>
    public const string Client = "slack-sockets";

    private readonly SlackApiClient _api;

    public SlackConnector(IHttpClientFactory clients, IOptions<SlackSocketOptions> options)
    {
        var json = Default.JsonSettings();
        _api = new SlackApiClient(
            Default.Http(json, () => clients.CreateClient(Client)),
            new UrlBuilder(Default.UrlBuilder(json), options.Value.ApiUrl),
            json,
            options.Value.AppToken!)
        {
            // Waiting is the caller's, who gives up when the process stops.
            DisableRetryOnRateLimit = true,
        };
    }

    /// <summary>A fresh address, good for one socket.</summary>
    /// <exception cref="SlackException">Slack refuses; its code says why.</exception>
    /// <exception cref="SlackRateLimitException">Slack has been asked too often.</exception>
    /// <exception cref="HttpRequestException">Slack could not be reached.</exception>
    public async Task<Uri> OpenAsync(CancellationToken cancellationToken) => new((await _api.AppsConnectionsApi.Open(cancellationToken)).Url);

    /// <summary>Puts the configured base in the place of the SDK's own, which is fixed.</summary>
    private sealed class UrlBuilder(ISlackUrlBuilder inner, Uri apiUrl) : ISlackUrlBuilder
    {
        private const string OwnBase = "https://slack.com/api/";

        private readonly string _base = apiUrl.AbsoluteUri.EndsWith('/') ? apiUrl.AbsoluteUri : apiUrl.AbsoluteUri + "/";

        public string Url(string apiMethod, Dictionary<string, object> args) => inner.Url(apiMethod, args).Replace(OwnBase, _base, StringComparison.Ordinal);
    }
}

/// <summary>Adds the headers that SlackNet cannot do without where a proxy or a fault left them out.</summary>
internal sealed class MissingHeaders : DelegatingHandler
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        response.Headers.RetryAfter ??= new RetryConditionHeaderValue(RetryAfter);
        response.Content.Headers.ContentType ??= new MediaTypeHeaderValue("application/json");
        return response;
    }
}
