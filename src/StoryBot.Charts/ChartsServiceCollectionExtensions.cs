using Microsoft.Extensions.DependencyInjection;
using StoryBot.Core.Chat.Charts;

namespace StoryBot.Charts;

/// <summary>Adds the drawing of charts.</summary>
public static class ChartsServiceCollectionExtensions
{
    /// <summary>Adds what draws market moves.</summary>
    public static IServiceCollection AddCharts(this IServiceCollection services) => services.AddSingleton<IMarketChart, MarketChart>();
}
